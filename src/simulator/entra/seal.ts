/**
 * Seals small facts into opaque text (AES-GCM): authorization codes, refresh tokens, form tokens, login hints. The
 * tenant then needs no table of what it issued, and nobody outside can read or change what a value says.
 */
import type { TenantStore } from '#simulator/tenant-context.ts';

/** Part of the seal, so that a code can never be presented as a refresh token. */
export type SealKind =
  | 'code'
  | 'refresh-token'
  | 'access-token'
  | 'personal-token'
  | 'flow'
  | 'admin-flow'
  | 'login-hint';

export interface Sealer {
  seal(kind: SealKind, facts: object): Promise<string>;
  /** `undefined` for anything that this tenant did not seal as that kind. */
  unseal<T>(kind: SealKind, text: string): Promise<T | undefined>;
}

const nonceLength = 12;

export function createSealer(store: TenantStore): Sealer {
  let key: Promise<CryptoKey> | undefined;
  const ready = () => (key ??= readOrMakeKey(store));
  /** What was sealed here lately: whoever unseals it at once waits for no other thread. */
  const lately = new Map<string, string>();
  return {
    async seal(kind, facts) {
      const json = JSON.stringify(facts);
      const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: encode(kind) },
        await ready(),
        encode(json),
      );
      const text = toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
      lately.set(`${kind} ${text}`, json);
      forgetOldest(lately);
      return text;
    },
    async unseal<T>(kind: SealKind, text: string) {
      const known = lately.get(`${kind} ${text}`);
      if (known !== undefined) return JSON.parse(known) as T;
      try {
        const bytes = fromBase64Url(text);
        const facts = await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv: bytes.slice(0, nonceLength), additionalData: encode(kind) },
          await ready(),
          bytes.slice(nonceLength),
        );
        return JSON.parse(new TextDecoder().decode(facts)) as T;
      } catch {
        return undefined;
      }
    },
  };
}

const remembered = 60;

export function forgetOldest(all: Map<string, unknown>): void {
  for (const oldest of all.keys()) {
    if (all.size <= remembered) return;
    all.delete(oldest);
  }
}

async function readOrMakeKey(store: TenantStore): Promise<CryptoKey> {
  const kept = await store.read<CryptoKey>('seal-key');
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await store.write('seal-key', made);
  return made;
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
