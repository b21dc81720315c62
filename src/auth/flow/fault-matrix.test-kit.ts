/** For the fault matrix: one walk through all steps with one answer changed, and a search of everything that is left. */
import { base64url, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { afterEach, beforeEach, vi } from 'vitest';
import { adoptExchange, exchangeLog } from '#http/exchange-log.ts';
import { openTap } from '#http/exchange-tap.ts';
import { createRecorder } from '#http/recorder.ts';
import {
  answerOf,
  arriveAt,
  cloud,
  openTab,
  type Fault,
  type TestTenant,
} from './tenant.test-kit.ts';

export type Step = 'keys' | 'code' | 'refresh' | 'api';

export interface Outcome {
  /** `signed-in`, the status of an answer, or the kind of the reason. */
  readonly ends: string | number;
  readonly retryAfter: number | undefined;
  readonly tokenRequests: number;
  /** What the same call gives a minute later, when all is well again. */
  readonly afterwards: string | number;
}

interface VaultWord {
  readonly kind?: string;
  readonly result?: { readonly pending?: unknown } | null;
}

interface TokenBody {
  readonly id_token: string;
}

const signer = await generateKeyPair('RS256');
export const published = {
  ...(await exportJWK(signer.publicKey)),
  use: 'sig',
  kid: 'ours',
  issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
};
/** A call that needs a token. */
export const me = {
  resource: cloud.graph,
  scopes: ['User.Read'],
  method: 'GET',
  url: 'https://graph.microsoft.com/v1.0/me',
} as const;

/** Signed by a key that the keys' document names too, so that only what was changed is wrong. */
export const withClaims =
  (changes: JWTPayload, kid = 'ours'): Fault =>
  (_, next) =>
    withIdToken(next, (claims) =>
      new SignJWT({ ...claims, ...changes })
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(signer.privateKey),
    );

export const withoutSignature: Fault = (_, next) =>
  withIdToken(next, async (claims) => {
    const part = (value: object) => base64url.encode(JSON.stringify(value));
    return `${part({ alg: 'none' })}.${part(claims)}.`;
  });

async function withIdToken(
  next: () => Promise<Response>,
  change: (claims: JWTPayload) => Promise<string>,
): Promise<Response> {
  const body = (await (await next()).json()) as TokenBody;
  const claims = new TextDecoder().decode(base64url.decode(body.id_token.split('.')[1] ?? ''));
  return Response.json({ ...body, id_token: await change(JSON.parse(claims) as JWTPayload) });
}

/** Every member stands twice: the second is the right one, as JSON has it. */
export const membersTwice: Fault = async (_, next) => {
  const response = await next();
  const text = await response.text();
  const first = Object.keys(JSON.parse(text) as object)
    .map((name) => `${JSON.stringify(name)}:"the first of two",`)
    .join('');
  return new Response(`{${first}${text.trimStart().slice(1)}`, response);
};

/** What the same step of an earlier walk was answered, once more. */
export function replay(): { readonly record: Fault; readonly again: Fault } {
  let kept: Response | undefined;
  return {
    async record(_, next) {
      const response = await next();
      kept = response.clone();
      return response;
    },
    again: () => kept?.clone(),
  };
}

/** Never answers; the time that a request has is over as soon as it was sent. */
export const timeout: Fault = () => {
  for (const controller of clocks) {
    controller.abort(new DOMException('The operation timed out.', 'TimeoutError'));
  }
  return new Promise(() => undefined);
};
const clocks: AbortController[] = [];

/** Call once in a test file, beside `tenantPerTest`. */
export function walkThrough(tenant: TestTenant) {
  const secrets = new Set<string>();
  let spoken: { readonly mock: { readonly calls: unknown[][] } };
  const { now } = Date;
  let later = 0;

  beforeEach(() => {
    secrets.clear();
    // From the first message on: a tab fetches its recorder a little later.
    openTap(createRecorder(adoptExchange));
    clocks.length = 0;
    later = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + later);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const controller = new AbortController();
      clocks.push(controller);
      return controller.signal;
    });
    spoken = vi.spyOn(MessagePort.prototype, 'postMessage');
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Everything that a person, a script of the page or a log could see; for each secret found, where. */
  function leaks(...more: unknown[]): string[] {
    const places = {
      told: JSON.stringify(spoken.mock.calls.filter(isFromVault)),
      log: JSON.stringify(exchangeLog.get()),
      storage: JSON.stringify(
        Object.keys(sessionStorage).map((key) => [key, sessionStorage.getItem(key)]),
      ),
      errors: more.map(inFull).join('\n'),
    };
    return Object.entries(places).flatMap(([place, text]) =>
      [...secrets].filter((secret) => text.includes(secret)).map(() => place),
    );
  }

  /** Once everything on its way to the log is in it. */
  async function settledLeaks(): Promise<string[]> {
    // On a busy machine the first of them may take long.
    await vi.waitFor(() => {
      if (exchangeLog.get().length === 0) throw new Error('Nothing has been recorded');
    }, 5_000);
    for (let turn = 0; turn < 10; turn += 1) {
      await new Promise((done) => setTimeout(done));
      // Digests are made beside this thread, in turn: ours comes after all that were asked for before.
      await crypto.subtle.digest('SHA-256', new Uint8Array(1));
    }
    return leaks(...seen);
  }

  /** To Microsoft's page and back; what is kept for the answer counts as secret from here on. */
  async function leave(): Promise<URL> {
    const before = openTab();
    await before.vault.signIn({ kind: 'sign-in' }, '/mail');
    for (const key of Object.keys(sessionStorage)) {
      const record = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { codeVerifier?: string };
      if (record.codeVerifier) secrets.add(record.codeVerifier);
    }
    const back = await tenant.visit(before.leftTo);
    const code = new URLSearchParams(back.hash.slice(1)).get('code');
    if (code) secrets.add(code);
    return back;
  }

  async function walk(step: Step, fault: Fault): Promise<Outcome> {
    let isFaulty = true;
    let turnAway = step === 'refresh' ? 1 : 0;
    let tokenRequests = 0;
    tenant.fault = async (request, next) => {
      const at = await stepOf(request);
      if (at === 'code' || at === 'refresh') tokenRequests += 1;
      if (at === step && isFaulty) return noting(secrets, await fault(request, next));
      if (at === 'keys') {
        const body = (await (await next()).json()) as { keys: object[] };
        return Response.json({ keys: [...body.keys, published] });
      }
      if (at !== 'api') return noting(secrets, await next());
      turnAway -= 1;
      return turnAway >= 0 ? new Response('{}', { status: 401 }) : undefined;
    };
    const back = await leave();
    const tab = openTab();
    await arriveAt(tab, answerOf(back));
    const session = tab.vault.session.get();
    if (step === 'keys' || step === 'code') {
      const failure = session.kind === 'failed' ? session.failure : undefined;
      const ends = failure?.kind ?? session.kind;
      return { ends, retryAfter: failure?.retryAfter, tokenRequests, afterwards: ends };
    }
    const call = async () => {
      try {
        return { ends: (await tab.vault.send(me)).status, retryAfter: undefined };
      } catch (error) {
        seen.push(error);
        const { kind, detail } = error as { kind?: string; detail?: { retryAfter?: number } };
        return { ends: kind ?? `no reason: ${String(error)}`, retryAfter: detail?.retryAfter };
      }
    };
    const first = await call();
    const counted = tokenRequests;
    isFaulty = false;
    // A server in trouble is left alone for a minute.
    later += 61_000;
    const { ends: afterwards } = await call();
    return { ...first, tokenRequests: counted, afterwards };
  }

  const seen: unknown[] = [];
  return { walk, leave, secrets, leaks: settledLeaks };
}

async function stepOf(request: Request): Promise<Step | undefined> {
  if (request.url.includes('/discovery/v2.0/keys')) return 'keys';
  if (request.url.startsWith(cloud.graph.origin)) return 'api';
  if (!request.url.includes('/oauth2/v2.0/token')) return undefined;
  const form = new URLSearchParams(await request.clone().text());
  return form.get('grant_type') === 'refresh_token' ? 'refresh' : 'code';
}

async function noting(
  secrets: Set<string>,
  response: Response | undefined,
): Promise<Response | undefined> {
  const text = await response
    ?.clone()
    .text()
    .catch(() => '');
  for (const [, value = ''] of (text ?? '').matchAll(
    /"(?:access|refresh|id)_token":\s*"([^"]+)/g,
  )) {
    secrets.add(value);
  }
  return response;
}

/** All but the one message that has to hold the verifier: it must outlive the document. */
function isFromVault([said]: unknown[]): boolean {
  const { kind, result } = said as VaultWord;
  return ['result', 'error', 'session', 'exchange'].includes(kind ?? '') && !result?.pending;
}

function inFull(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? '';
  return `${error.stack} ${JSON.stringify({ ...error })} ${error.cause ? inFull(error.cause) : ''}`;
}
