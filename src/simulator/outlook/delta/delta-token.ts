/** The opaque tokens of delta queries: from where on changes are wanted, and of what. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
import { hashText } from '#simulator/seed/random.ts';

export interface DeltaToken {
  /** What is watched: a folder of messages, the folders, ... */
  readonly of: string;
  /** Serial of the last change that the client knows of. */
  readonly serial: number;
  /** When the first page of this round was asked for. */
  readonly at: number;
  /** Still handing out what was there at the beginning: what comes after this item. */
  readonly after?: { readonly time: number; readonly item: string; readonly handed: number };
  readonly select?: readonly string[] | undefined;
  readonly top?: number | undefined;
  readonly changeType?: string | undefined;
  readonly since?: string | undefined;
  /** In the middle of handing out changes: up to where, and how many were handed out. */
  readonly until?: { readonly serial: number; readonly at: number; readonly handed: number };
}

export function writeToken(token: DeltaToken): string {
  const text = JSON.stringify(token);
  const bytes = new TextEncoder().encode(`${hashText(text).toString(36)} ${text}`);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function readToken(text: string, of: string): DeltaToken {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const decoded = new TextDecoder().decode(
      Uint8Array.from(plain, (character) => character.charCodeAt(0)),
    );
    const [check, json] = [
      decoded.slice(0, decoded.indexOf(' ')),
      decoded.slice(decoded.indexOf(' ') + 1),
    ];
    if (hashText(json).toString(36) === check) {
      const token = JSON.parse(json) as DeltaToken;
      if (token.of === of) return token;
    }
  } catch {
    // Told below, as every token that is none.
  }
  throw badRequest('Badly formed token.');
}

const day = 86_400_000;

/** @throws {GraphRefusal} 410 when so much has happened, or so much time has passed, that the client must start again */
export function checkAge({ serial, at }: DeltaToken, oldestKnown: number, now: number): void {
  if (serial + 1 >= oldestKnown && now - at < 30 * day) return;
  throw new GraphRefusal(
    410,
    'syncStateNotFound',
    'The sync state generation is not found; continue with a full synchronization.',
  );
}
