/** The `claims` that go along with every request for a token: what this client understands, and what an API asked for. */

/** Entra's opaque `login_hint`, which spares writing a mail address into URLs later. */
const hint = { login_hint: { essential: false } };

/**
 * `cp1`: this client answers claims challenges, so its tokens may live a day and be called back at any moment.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
const capabilities = { xms_cc: { values: ['cp1'] } };

/** @param asked JSON of a challenge or of a refusal; nothing, or what is no object, asks for nothing more */
export function claimsRequest(asked: string | undefined): string {
  const claims = readObject(asked);
  return JSON.stringify({
    ...claims,
    id_token: { ...objectOf(claims['id_token']), ...hint },
    access_token: { ...objectOf(claims['access_token']), ...capabilities },
  });
}

export function readObject(text: string | undefined): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

export function objectOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
