/**
 * A form as a program writes it: an object, a dictionary, an array of PHP, pairs of C#, `Set("name", "value")` of Go. What
 * stands there without quotation marks is the name of something, so its value is a stand-in.
 */
import type { RawMessage } from './pasted-message.ts';

const names = [
  'grant_type|client_id|client_secret|scope|resource|code|code_verifier|redirect_uri|refresh_token|username|password',
  'assertion|client_assertion|client_assertion_type|requested_token_use|device_code|client_info',
].join('|');

const pair = new RegExp(
  `(?<![\\w.-])["'\`]?(${names})["'\`]?\\s*(?::|=>|=|,)\\s*(?:[fbr]?(["'\`])((?:(?!\\2)[^\\n])*)\\2|([A-Za-z_$][\\w$.[\\]'"]*))`,
  'gi',
);
/** Of a form there is one, and its name is written once. */
const isForm = /["'`]?\bgrant_type["'`]?\s*(?::|=>|=|,)\s*["'`]/i;
const tokenAddress = /https?:\/\/[^\s"'`<>]+\/(?:token|devicecode)\b/i;

/** @returns `undefined` when no form is built in it */
export function readCode(text: string): RawMessage | undefined {
  if (!isForm.test(text)) return undefined;
  const read = new Map<string, string>();
  for (const [, name = '', , quoted, variable = ''] of text.matchAll(pair)) {
    const key = name.toLowerCase();
    if (!read.has(key)) read.set(key, quoted ?? `{${variable}}`);
  }
  const body = [...read].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return { method: 'POST', address: tokenEndpointIn(text), body };
}

/** Where a script posts its form, wherever in it that stands. */
export function tokenEndpointIn(text: string): string | undefined {
  return tokenAddress.exec(text)?.[0];
}
