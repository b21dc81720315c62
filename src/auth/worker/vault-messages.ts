/** What the page and the worker that holds the tokens say to each other: plain data, and nothing secret towards the page. */
import type { Cloud, Resource } from '#config/clouds.ts';
import type { Deployment } from '#config/deployment.ts';
import type { Settings } from '#config/settings.ts';
import type { EntraJwk } from '#contract/entra.ts';
import type { Exchange } from '#http/exchange.ts';
import type { CallbackAnswer } from '#auth/tokens/redeem-code.ts';
import type { PendingSignIn } from '#auth/redirect/pending-sign-in.ts';
import type { SignInRequest } from '#auth/redirect/sign-in-request.ts';
import type { Session, SignInHint } from '#auth/session.ts';
import type { TextualToken, TokenReport } from '#auth/tokens/token-report.ts';
import type {
  ApartAnswer,
  ApartDeed,
  AuthorizedAnswer,
  AuthorizedRequest,
  SignInChoices,
  SignInPurpose,
} from '#auth/vault.ts';
import type { PackedError } from './pack-error.ts';

/** The world and the registration that a document lives in. */
export interface VaultOpening {
  readonly cloud: Cloud;
  readonly settings: Settings;
  /** Registered with the app; also where Microsoft's sign-out page returns to. */
  readonly redirectUri: string;
}

/** What can be asked, with its argument and its answer. */
export interface VaultCalls {
  /** What the deployment has set; may be asked before the vault is opened. */
  deployment: { argument: null; result: Deployment };
  /** The answer this document was opened with, and the attempt it belongs to, which the page has let go of. */
  redeem: {
    argument: { readonly answer: CallbackAnswer; readonly pending: PendingSignIn | undefined };
    result: { readonly returnTo: string; readonly hint: SignInHint | undefined };
  };
  beginSignIn: {
    argument: {
      readonly purpose: SignInPurpose;
      readonly choices: SignInChoices;
      readonly returnTo: string;
      readonly hint: SignInHint | undefined;
    };
    /** The verifier in it has to outlive the document, which only the page's storage does. */
    result: SignInRequest;
  };
  send: { argument: AuthorizedRequest; result: AuthorizedAnswer };
  sendWithOnly: {
    argument: { readonly request: AuthorizedRequest; readonly scopes: readonly string[] };
    result: AuthorizedAnswer;
  };
  sendApart: { argument: ApartDeed; result: ApartAnswer };
  inspect: { argument: null; result: TokenReport };
  tokenText: { argument: TextualToken; result: string };
  /** Public: what a tenant's tokens are signed with. */
  signingKeys: { argument: { readonly tenant: string }; result: readonly EntraJwk[] };
  /** APIs that the person has added to Microsoft's, in the place of those that were named before. */
  useOwnApis: { argument: readonly Resource[]; result: null };
  /** Its resource's identifier. */
  forgetToken: { argument: { readonly resource: string }; result: null };
  /** Forgets everything; answers with the address of Microsoft's sign-out page. */
  signOut: { argument: { readonly hint: SignInHint | undefined }; result: string };
  /** Somebody looks at the page, or no longer does; after sleep and a lost connection it is told again. */
  look: { argument: { readonly visible: boolean }; result: null };
  /** Answered at once by a worker that lives. */
  ping: { argument: null; result: null };
}

export type VaultCall = keyof VaultCalls;

/** Who answers the calls, by their name. */
export type Answers = {
  [Name in VaultCall]: (
    argument: VaultCalls[Name]['argument'],
    signal: AbortSignal,
  ) => Promise<VaultCalls[Name]['result']>;
};

/** Those that whoever keeps the tokens answers. */
export const keptCalls = [
  'beginSignIn',
  'send',
  'sendWithOnly',
  'inspect',
  'tokenText',
  'signingKeys',
  'forgetToken',
  'look',
  'signOut',
] as const;
export type KeptCall = (typeof keptCalls)[number];

export type ToVault =
  | { readonly kind: 'open'; readonly opening: VaultOpening }
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: VaultCall;
      readonly argument: VaultCalls[VaultCall]['argument'];
    }
  | { readonly kind: 'abort'; readonly id: number };

export type FromVault =
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly result: VaultCalls[VaultCall]['result'];
    }
  | { readonly kind: 'error'; readonly id: number; readonly error: PackedError }
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'exchange'; readonly exchange: Exchange };

/** The side of a worker, or of a channel, that one end speaks through. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: MessageEvent) => void,
  ): void;
  /** Of a worker. */
  terminate?(): void;
}
