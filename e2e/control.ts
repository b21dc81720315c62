/** The simulated tenant's control API, from the test's side: what was asked, what time it is, what shall fail. */
import { request } from 'node:https';
import type { BrowserContext } from '@playwright/test';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number | 'dropped';
  readonly grantType?: string;
  readonly scope?: string;
}

export interface Fault {
  /** Part of the URL without query. */
  readonly url: string;
  readonly method?: string;
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds. */
  readonly delay?: number;
  readonly drop?: boolean;
}

export interface SignedIn {
  readonly user: string;
  readonly oid: string;
  readonly tenantId: string;
  readonly session: string;
}

export interface Control {
  reset(): Promise<void>;
  requests(): Promise<readonly SeenRequest[]>;
  tokenRequests(): Promise<readonly SeenRequest[]>;
  fail(fault: Fault): Promise<void>;
  /** Nothing fails any more. */
  heal(): Promise<void>;
  /**
   * Lets a person have agreed before, so that no page asks.
   * @param name as it is displayed
   * @param scope as on the wire
   */
  consent(name: string, scope: string): Promise<void>;
  /**
   * Lets a person have signed in before, so that no page asks.
   * @param name as it is displayed
   * @returns who it is to Entra, and the value of the cookie
   */
  signedIn(name: string): Promise<SignedIn>;
  /** @param certificate PEM */
  certify(clientId: string, certificate: string): Promise<void>;
  /** Any other question. */
  read(what: string): Promise<unknown>;
  /** Any other call. */
  tell(what: string, body: object): Promise<void>;
}

export const clientId = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';

/** The tenants behind browsers, for the steps that a person takes: a person does not know of them. */
export const controls = new WeakMap<BrowserContext, Control>();

export function controlOf(port: number): Control {
  const requests = async () => JSON.parse(await ask(port, 'GET', 'requests')) as SeenRequest[];
  const named = async (name: string) => {
    const people = JSON.parse(await ask(port, 'GET', 'people')) as (SignedIn & {
      displayName: string;
    })[];
    const person = people.find(({ displayName }) => displayName === name);
    if (!person) throw new Error(`Nobody there is called ${name}.`);
    return person;
  };
  return {
    reset: async () => void (await ask(port, 'POST', 'reset')),
    requests,
    tokenRequests: async () => (await requests()).filter((seen) => seen.grantType !== undefined),
    consent: async (name, scope) => {
      const { user } = await named(name);
      await ask(port, 'POST', 'grants', { clientId, user, scope });
    },
    signedIn: async (name) => {
      const person = await named(name);
      const { user } = person;
      return {
        ...person,
        ...(JSON.parse(await ask(port, 'POST', 'sessions', { user })) as object),
      };
    },
    certify: async (clientId, certificate) =>
      void (await ask(port, 'POST', 'certificates', { clientId, certificate })),
    fail: async (fault) => void (await ask(port, 'POST', 'faults', fault)),
    heal: async () => void (await ask(port, 'DELETE', 'faults')),
    read: async (what) => JSON.parse(await ask(port, 'GET', what)) as unknown,
    tell: async (what, body) => void (await ask(port, 'POST', what, body)),
  };
}

function ask(port: number, method: string, what: string, body?: object): Promise<string> {
  return new Promise((done, failed) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: `/control/${what}`,
        headers: { host: 'control.simulated.invalid', 'content-type': 'application/json' },
        servername: 'control.simulated.invalid',
        // Made for this run by the server itself.
        rejectUnauthorized: false,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () =>
          (answer.statusCode ?? 500) < 300 ? done(text) : failed(new Error(`${what}: ${text}`)),
        );
      },
    );
    outgoing.on('error', failed);
    outgoing.end(body ? JSON.stringify(body) : undefined);
  });
}
