/** What in a request somebody could use, wherever it was typed: in a snippet each of them is a variable. */
import { isSecret } from '#http/redact.ts';
import type { ReadyRequest } from './draft.ts';

/** Secret by their shape: JSON Web Tokens, what stands behind a scheme of authentication, Entra's refresh tokens and codes. */
const shapes: readonly RegExp[] = [
  /\beyJ[\w-]{6,}(?:\.[\w-]*){1,4}/g,
  /(?<=\b(?:bearer|basic|pop|dpop)\s+)[\w.~+/=-]{6,}/gi,
  /\b[01]\.A[\w-]{30,}(?:\.[\w-]+)*/g,
  // In an address, wherever that stands.
  /(?<=[?&](?:access_token|refresh_token|id_token|code_verifier|client_secret|password|tempauth|sig|client_assertion)=)[^&\s"'<>\\]+/gi,
];

/** @returns the secret parts as they stand in the request, the longest first */
export function secretsOf({
  url,
  headers,
  body,
}: Pick<ReadyRequest, 'url' | 'headers' | 'body'>): string[] {
  const found = new Set<string>();
  // Nobody’s secret is shorter, and in its place half the address would become variables.
  const add = (value: string) => {
    if (value.trim().length > 3) found.add(value);
  };
  for (const text of [url, ...Object.values(headers), body ?? '']) {
    for (const shape of shapes) for (const [secret] of text.matchAll(shape)) add(secret);
  }
  for (const [name, value] of pairsIn(URL.parse(url)?.search.slice(1) ?? '')) {
    if (isSecret(name)) add(value);
  }
  for (const [name, value] of Object.entries(headers)) {
    // Behind a scheme only the rest is secret, and has been found by its shape.
    if (isSecret(name) && !/^(?:bearer|basic|pop|dpop)\s/i.test(value)) add(value);
  }
  for (const secret of secretsInBody(body ?? '')) add(secret);
  return [...found].toSorted((a, b) => b.length - a.length);
}

function secretsInBody(body: string): string[] {
  // Also where it is not whole yet: what somebody is in the middle of typing is as secret.
  if (parsed(body) !== undefined || /^\s*[{[]/.test(body)) {
    // As the text has it: with the escapes that its author chose.
    return [
      ...body.matchAll(/"((?:[^"\\]|\\.)*)"\s*:\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|(\d+))/g),
    ].flatMap(([, name = '', value, number]) =>
      isSecret(name) && name !== 'code' ? [value ?? number ?? ''] : [],
    );
  }
  return pairsIn(body)
    .filter(([name]) => isSecret(name))
    .map(([, value]) => value);
}

/** Pairs of a form, as written. */
function pairsIn(text: string): (readonly [name: string, value: string])[] {
  return text.split('&').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)] as const] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Text with a number in the place of each secret: 1 for the first of the list. */
export function withoutSecrets(text: string, secrets: readonly string[]): (string | number)[] {
  const [secret, ...others] = secrets;
  if (secret === undefined) return text === '' ? [] : [text];
  const place = secrets.length;
  return text
    .split(secret)
    .flatMap((piece, at) => [...(at > 0 ? [place] : []), ...withoutSecrets(piece, others)]);
}
