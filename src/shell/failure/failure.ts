import type { Resource } from '#config/clouds.ts';

/** A failure as a person meets it: what happened, on whose side, and what helps. */
export interface Failure {
  readonly title: string;
  readonly whose: 'you' | 'your administrator' | 'this app' | 'Microsoft' | 'the network';
  readonly explanation: string;
  readonly next: NextStep;
  /** For a support desk; nothing secret. */
  readonly facts: readonly Fact[];
}

export type NextStep =
  | { readonly kind: 'retry'; readonly words?: string }
  /** A part of the app is missing. Another try may bring it; where a browser remembers the failure, a reload does. */
  | { readonly kind: 'reload' }
  | { readonly kind: 'sign-in' }
  /** Back without a question, to where the person is now. */
  | { readonly kind: 'restore' }
  | { readonly kind: 'grant'; readonly resource: Resource; readonly scopes: readonly string[] }
  /** Microsoft wants to see the person; `claims` go along unread. */
  | { readonly kind: 'step-up'; readonly claims: string | undefined }
  | { readonly kind: 'set-up' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'none' };

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Drops what is not known. */
export function knownFacts(
  entries: readonly (readonly [string, string | number | undefined])[],
): Fact[] {
  return entries.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value: String(value) }],
  );
}

export const offline: Omit<Failure, 'facts'> = {
  title: 'You are offline',
  whose: 'the network',
  explanation:
    'This device has no connection at the moment. What is missing is asked for again when it is back.',
  next: { kind: 'retry' },
};

/** What a browser thinks of its connection: it may be wrong, and says which side to look at first. */
export function onlineInWords(online: boolean | undefined): string | undefined {
  return online === undefined ? undefined : online ? 'online' : 'offline';
}

export function factsAsText(facts: readonly Fact[]): string {
  return facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
}

/** What a grant is called: its permissions while they fit a button, or the whole service where they are agreed as one. */
export function grantName(resource: Resource, scopes: readonly string[]): string {
  if (scopes.length === 0 || scopes.includes('.default')) return resource.title;
  return scopes.length > 2 ? `${scopes.length} permissions` : scopes.join(', ');
}

const sides: Record<Failure['whose'], string> = {
  you: 'On your side',
  'your administrator': 'On your administrator’s side',
  'this app': 'On this app’s side',
  Microsoft: 'On Microsoft’s side',
  'the network': 'On the way there',
};

export function sideInWords(failure: Pick<Failure, 'whose'>): string {
  return sides[failure.whose];
}
