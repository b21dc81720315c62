/** A certificate's digests, in every form that somebody asks for. */

export interface Thumbprint {
  /** As portals show it. */
  readonly hex: string;
  /** As a JWT's header holds it. */
  readonly base64url: string;
  /** As a manifest holds it. */
  readonly base64: string;
}

export interface Thumbprints {
  readonly sha1: Thumbprint;
  readonly sha256: Thumbprint;
}

export async function thumbprintsOf(der: Uint8Array<ArrayBuffer>): Promise<Thumbprints> {
  const of = async (name: string) => formsOf(new Uint8Array(await crypto.subtle.digest(name, der)));
  return { sha1: await of('SHA-1'), sha256: await of('SHA-256') };
}

function formsOf(digest: Uint8Array): Thumbprint {
  const base64 = toBase64(digest);
  return {
    hex: [...digest].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(''),
    base64url: toBase64Url(digest),
    base64,
  };
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
