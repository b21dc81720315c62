/**
 * What never enters the exchange log, an error or a message: values that could be used by whoever reads them.
 * Everything recorded passes here first, so that there is nothing secret to leak afterwards.
 */

const secretNames = new Set([
  'access_token',
  'assertion',
  'client_assertion',
  'client_info',
  'client_secret',
  'clientdata',
  'code',
  'code_verifier',
  'id_token',
  'id_token_hint',
  'login_hint',
  'logout_hint',
  'password',
  'refresh_token',
  // Pre-authorised download links carry their token in the query.
  'tempauth',
]);

export const redacted = '[redacted]';

/** Masks the secret parameters of a URL, in its query and its fragment; text that is no URL is not shown at all. */
export function redactUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return redacted;
  }
  url.username = '';
  url.password = '';
  url.search = redactPairs(url.search);
  url.hash = redactPairs(url.hash);
  return url.href;
}

/** Keeps every pair as it was written (OData's `$` and spaces too) and replaces only the values that are secret. */
function redactPairs(part: string): string {
  if (part.length < 2) return part;
  const lead = part.slice(0, 1);
  const pairs = part.slice(1).split('&');
  return (
    lead +
    pairs
      .map((pair) => {
        const end = pair.indexOf('=');
        const name = end < 0 ? pair : pair.slice(0, end);
        return secretNames.has(decodeName(name)) ? `${name}=${redacted}` : pair;
      })
      .join('&')
  );
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' ')).trim().toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
