/**
 * Takes the secrets out of a text before anything else sees it, the box it was pasted into included. What is left of each
 * is its length, which the checks need: `‹hidden-43›`.
 */
import { hiddenMark, secretNames } from '#features/permissions/diagnose/read/pasted-message.ts';
import { writtenOut } from './written-out.ts';

const names = secretNames.map((name) => name.replaceAll('_', '[_-]?')).join('|');

/** `name=value` of an address or a form, encoded or not; a stand-in such as `{code}` is none of the value. */
const inForm = new RegExp(
  `(^|[?&#\\s"'\`;({,]|%26|%3F|%23|&amp;)((?:${names})(?:=|%3D))([^\\s&#"'\`<>]+?)(?=&amp;|%26|[\\s&#"'\`<>]|$)`,
  'gi',
);
/** `"name": "value"` of JSON, escaped or not, and HAR's `"name": "code", "value": "…"`. */
const inJson = new RegExp(
  `(\\\\?["'](?:${names})\\\\?["']\\s*:\\s*\\\\?["'])((?:[^"'\\\\]|\\\\[^"'])*)`,
  'gi',
);
const inHar = new RegExp(
  `(["'](?:name|key)["']\\s*:\\s*["'](?:${names})["']\\s*,\\s*["']value["']\\s*:\\s*["'])([^"']*)`,
  'gi',
);
const inMultipart = new RegExp(`(name="(?:${names})"\\s*)((?!value=)[^\\s>/]\\S*)`, 'gi');
/** A hidden field of a page, its value before or behind its name. */
const inPage = new RegExp(
  `(<input\\b[^>]*?name=["']?(?:${names})["']?[^>]*?value=["'])([^"']*)|(<input\\b[^>]*?value=["'])([^"']*)(?=["'][^>]*?name=["']?(?:${names})["'\\s/>])`,
  'gi',
);
/** `client_secret = "…"` of PowerShell, `client_secret: '…'` of scripts and YAML, `"client_secret", "…"` of a pair. */
const inScript = new RegExp(
  `(^|[\\s,{;(@$])((?:${names})\\s*(?:=>?|:)\\s*["']|["'](?:${names})["']\\s*(?:,|=>?)\\s*["'])([^"'\\n]*)(?=["'])`,
  'gi',
);
const inYaml = new RegExp(`(^[ \\t-]*)((?:${names}):[ \\t]+)([^\\s"'{}[\\],]+)[ \\t]*$`, 'gim');
const inHeader =
  /((?:authorization|cookie|set-cookie)["']?\s*[:=,]\s*["']?(?:(?:bearer|basic|pop|value["']?\s*:\s*["']?)\s*)?)([^\s"',;]{8,}(?:;[^\n"']*)?)/gi;
/** `curl -u id:secret`. */
const inUser = /((?:^|\s)(?:-u|--user)(?:\s+|=)?["']?[^\s"':]+:)([^\s"']+)/g;
/** `AZURE_CLIENT_SECRET=…`, as an environment has it. */
const inEnvironment =
  /(\b[A-Z][A-Z0-9_]*_(?:SECRET|PASSWORD|TOKEN)["']?[ \t]*[=:][ \t]*["']?)([^\s"',;]{6,})/g;
/** A token behind any name, or none: a JWT's three parts, or Entra's refresh token and code. */
const token = /\beyJ[\w-]{8,}\.[\w-]*(?:\.[\w-]*)?|\b[01]\.A[\w-]{60,}(?:\.[\w.-]*)?/g;

export function maskText(text: string): string {
  const pair = (all: string, before: string, name: string, value: string, at: number) =>
    isLookUp(text.slice(0, at), name, value) ? all : `${before}${name}${masked(value)}`;
  const script = (all: string, before: string, name: string, value: string) =>
    isNamedError(name, value) ? all : `${before}${name}${masked(value)}`;
  const after = (_: string, before: string, value: string) => `${before}${masked(value)}`;
  return writtenOut(text)
    .replace(inForm, pair)
    .replace(inJson, (all: string, before: string, value: string, at: number, whole: string) =>
      isErrorCode(whole, at, all) ? all : after(all, before, value),
    )
    .replace(inHar, after)
    .replace(inPage, (all: string, name?: string, value = '', before?: string, first = '') =>
      name === undefined ? `${before ?? ''}${masked(first)}` : all && `${name}${masked(value)}`,
    )
    .replace(inScript, script)
    .replace(inYaml, script)
    .replace(inMultipart, after)
    .replace(inHeader, after)
    .replace(inUser, after)
    .replace(inEnvironment, after)
    .replace(token, (value) => masked(value));
}

/** Microsoft's page for a number: `/error?code=65001`. */
function isLookUp(before: string, name: string, value: string): boolean {
  return /^code=$/i.test(name) && /^\d{4,8}$/.test(value) && /\/error$/i.test(before);
}

/** Scripts print errors with a `code` as well: a word, or a number. */
function isNamedError(name: string, value: string): boolean {
  return /^["']?code\b/i.test(name) && /^(?:[A-Za-z]{2,}(?:[_.-][A-Za-z]+)*|\d{2,8})$/.test(value);
}

const errorBefore =
  /(?:error\\?["']\s*:\s*|details\\?["']\s*:\s*\[\s*(?:\{[^{}]*\}\s*,\s*)*)\{[^{}]*$/i;

/**
 * An API's error has a `code` as well, and is what somebody wants explained: known by the object it stands in, or by the
 * message behind it.
 */
function isErrorCode(text: string, at: number, found: string): boolean {
  if (!/^\\?["']code\\?["']/i.test(found)) return false;
  return (
    errorBefore.test(text.slice(Math.max(0, at - 4000), at)) ||
    /^\\?["']\s*,\s*\\?["'](?:message|target)\\?["']\s*:/.test(
      text.slice(at + found.length, at + found.length + 40),
    )
  );
}

function masked(value: string): string {
  return isStandIn(value) ? value : hiddenMark(decoded(value));
}

/** Documents print `{code}`, `<token>`, `$TOKEN`, `YOUR-TOKEN`; a mask is one, too. */
const standIns = [
  /^\{[\w’' -]{0,60}\}$/,
  /^%7B[\w-]{0,60}%7D$/i,
  /^<[\w -]{0,60}>$/,
  /^\[[\w -]{0,60}\]$/,
  /^\$\{?[A-Za-z_]{1,40}\}?$/,
  /^[A-Z]{2,20}(?:[_-][A-Z]{1,20}){1,4}$/,
  /^‹hidden-\d+!?›$/,
];

function isStandIn(value: string): boolean {
  return value === '' || standIns.some((form) => form.test(value));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
