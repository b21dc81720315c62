/** The simulated tenant's control calls, as this panel makes them; the door to the world hands over who answers. */

export type AskTenant = (request: Request) => Promise<Response>;

const control = 'https://control.simulated.invalid/control/';

export interface TenantPolicies {
  readonly userConsent: string;
  readonly adminConsentRequests: boolean;
  readonly conditionalAccess: readonly { readonly when: string; readonly require: string }[];
  readonly continuousAccess: boolean;
  readonly accessTokenLifetime: number;
}

export interface TenantKnowledge {
  readonly now: string;
  readonly steering: {
    readonly ahead: number;
    readonly policies: TenantPolicies;
    readonly network: {
      readonly latency: number;
      readonly jitter: number;
      readonly offline: boolean;
    };
    readonly seed?: number | null;
    readonly mailboxSize?: number | null;
    readonly faults: readonly {
      readonly url: string;
      readonly status?: number;
      readonly times?: number;
    }[];
  };
  readonly sessions: readonly (readonly {
    readonly user: string;
    readonly sid: string;
    readonly signedInAt: string;
    readonly secondFactor: boolean;
  }[])[];
  readonly grants: readonly {
    readonly clientId: string;
    readonly application: string;
    readonly user?: string;
    readonly tenantId?: string;
    readonly scopes: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly issued: readonly {
    readonly id: string;
    readonly kind: string;
    readonly application: string;
    readonly user?: string;
    readonly scope: string;
    readonly endsAt: string;
    readonly state: 'used' | 'over' | 'live';
  }[];
  readonly approvalRequests: readonly {
    readonly id: string;
    readonly application: string;
    readonly user: string;
    readonly reason: string;
    readonly consents: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** One of the other services (Discovery, Exchange REST, the activity feed) that can be given a bad day. */
export interface ServiceSwitch {
  readonly name: string;
  readonly title: string;
  readonly choices: readonly {
    readonly value: string;
    readonly title: string;
    /** What a client meets then. */
    readonly expect: string;
  }[];
}

export interface TenantServices {
  readonly switches: readonly ServiceSwitch[];
  /** By the name of the switch. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** One request that reached the tenant; nothing secret is in it. */
export interface TenantRequest {
  readonly method: string;
  /** Without the query. */
  readonly url: string;
  readonly status: number | 'dropped';
  /** Milliseconds since 1970, by the tenant's clock. */
  readonly at: number;
  readonly grantType?: string;
}

export interface TenantPerson {
  readonly user: string;
  readonly displayName: string;
  readonly difficulty: string;
  readonly remarks: readonly string[];
}

export async function readControl<T>(ask: AskTenant, what: string): Promise<T> {
  const answer = await ask(new Request(control + what));
  return (await answer.json()) as T;
}

/**
 * @returns what it answers, if anything
 * @throws {Error} in the tenant's words, when it cannot follow
 */
export async function tellTenant(
  ask: AskTenant,
  method: 'POST' | 'DELETE',
  what: string,
  body: object = {},
): Promise<unknown> {
  const request = new Request(control + what, { method, body: JSON.stringify(body) });
  const answer = await ask(request);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.status === 204 ? undefined : answer.json();
}
