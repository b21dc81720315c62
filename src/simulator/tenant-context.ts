/**
 * What every part of the simulated tenant is handed: its hosts, its clock, its directory and its memory.
 */
import type { DirectoryView } from '#simulator/directory/directory-view.ts';

/** Origins, without a trailing slash. */
export interface TenantHosts {
  /** Token endpoint, keys, metadata, and the pages as the function sees them. */
  readonly login: string;
  /** What the metadata names for the pages a person is sent to; differs from `login` inside the product only. */
  readonly signInPages: string;
  readonly graph: string;
  readonly discovery: string;
  /** Exchange's own REST API. */
  readonly exchange: string;
  readonly management: string;
  /** Not an origin: the company's SharePoint and OneDrive are at `https://{name}.` and `https://{name}-my.` this. */
  readonly sharePointSuffix: string;
  /** An ordinary API of the company's own, which is none of Microsoft's. */
  readonly ownApi: string;
}

export interface Person {
  /** Object id: a GUID. */
  readonly oid: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
  readonly officeLocation: string;
  readonly businessPhones: readonly string[];
  readonly mobilePhone: string | null;
  readonly preferredLanguage: string;
  readonly isAdministrator: boolean;
  /** Names of service plans: `EXCHANGE_S_ENTERPRISE` gives a mailbox, `SHAREPOINTENTERPRISE` OneDrive and sites. */
  readonly servicePlans: readonly string[];
  /** Number of messages in the inbox. */
  readonly mailboxSize: number;
  /** Number of contacts in the default folder, where it is not the usual. */
  readonly addressBookSize?: number;
  /** Of guests: the account they sign in with, which lives in another tenant. */
  readonly home?: AccountName & { readonly signInName: string };
  /** A Microsoft account that belongs to no organization; it decides for itself, and its access tokens are opaque. */
  readonly isPersonal?: boolean;
  readonly difficulty?: Difficulty;
}

export interface AccountName {
  readonly oid: string;
  readonly tenantId: string;
}

/** What stands between a person and a token, however right the request is. */
export type Difficulty =
  | 'disabled'
  | 'deleted'
  | 'password-expired'
  | 'needs-mfa'
  /** A second factor for this person alone, as it was set before there was Conditional Access: none yet, and one. */
  | 'mfa-enabled'
  | 'mfa-enforced'
  | 'not-assigned';

/** Milliseconds since 1970, movable by tests. */
export type Clock = () => number;

/** State that must outlive a page load, by key: plain structured-clonable values. */
export interface TenantStore {
  read<T>(key: string): Promise<T | undefined>;
  write(key: string, value: unknown): Promise<void>;
  /** Reads and writes as one step: nobody else writes in between. `undefined` deletes. @returns what was written */
  update<T>(key: string, change: (before: T | undefined) => T | undefined): Promise<T | undefined>;
  clear(): Promise<void>;
}

/** What a valid access token says, as the API side sees it. */
export interface TokenFacts {
  readonly person: Person;
  readonly scopes: readonly string[];
  /** Resource identifier of the audience. */
  readonly resource: string;
  /** Of the application that it was issued to. */
  readonly clientId?: string;
}

/** What a valid access token of an application says, one that speaks for nobody. */
export interface AppTokenFacts {
  readonly appId: string;
  readonly tenantId: string;
  readonly roles: readonly string[];
  readonly resource: string;
}

export type TokenRefusal =
  /** `unproven`: no token of ours, or changed; `invalid`: ours, and good for something else. */
  | { readonly refusal: 'missing' | 'unproven' | 'expired' | 'invalid' }
  /** Called back before its time, or too weak for what is asked; `claims` are what a token must satisfy (JSON). */
  | { readonly refusal: 'revoked'; readonly claims: string };

export interface TenantContext {
  /** Only where there is an Entra behind it. */
  readonly directory?: DirectoryView;
  /** Answers a step of a batch, unless somebody told it to fail. */
  readonly meetFault?: (request: Request, answer: () => Promise<Response>) => Promise<Response>;
  readonly hosts: TenantHosts;
  readonly now: Clock;
  readonly store: TenantStore;
  readonly seed: number;
  readonly people: readonly Person[];
  /** Checks signature, audience and expiry of the Bearer token; a refusal is the reason in Graph's words. */
  readonly checkToken: (request: Request, resource: string) => Promise<TokenFacts | TokenRefusal>;
  /** The same for a token that an application asked for by itself: it carries `roles` and no `scp`. */
  readonly checkAppToken: (
    request: Request,
    resource: string,
  ) => Promise<AppTokenFacts | TokenRefusal>;
}
