/** A request that is kept, and how it is read back from a file of unknown origin. */
import { secretsOf, withoutSecrets } from '#features/requests/request/find-secrets.ts';
import { methods, type Draft, type Method } from '#features/requests/request/draft.ts';

export interface SavedRequest extends Draft {
  readonly name: string;
}

/** One's own, under a name. */
export interface Collection {
  readonly name: string;
  readonly requests: readonly SavedRequest[];
}

/** Tokens have no place in a file; whoever wrote one in, has it taken out. */
export function withoutTokens(headers: string): string {
  return headers
    .split('\n')
    .filter((line) => !/^\s*(?:authorization|cookie|proxy-authorization)\s*:/i.test(line))
    .join('\n');
}

/** Names and values of the lines that are headers; another line is none in any file. */
export function headerPairs(headers: string): (readonly [name: string, value: string])[] {
  return withoutTokens(headers)
    .split('\n')
    .flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const] : [];
    });
}

/** As files hold it: only lines that are headers, a body only where one is sent, and nothing secret. */
export function withVariables(request: SavedRequest): SavedRequest {
  const template = asTemplate(request);
  const headers = headerPairs(template.headers).map(([name, value]) => `${name}: ${value}`);
  // Kept while it is edited, for another method; who opens the file would send it.
  const body = request.method === 'GET' ? '' : template.body;
  return { ...request, ...template, headers: headers.join('\n'), body };
}

/** What is secret in a request leaves as a variable, in the way that Postman and .http files both write one. */
export function asTemplate({ method, url, headers, body }: Draft): Draft {
  const pairs = headerPairs(headers);
  const secrets = secretsOf({ url, headers: Object.fromEntries(pairs), body });
  const hide = (text: string) =>
    withoutSecrets(text, secrets)
      .map((piece) => (typeof piece === 'number' ? `{{secret${piece}}}` : piece))
      .join('');
  return { method, url: hide(url), headers: hide(withoutTokens(headers)), body: hide(body) };
}

/** Puts in the values that a file gives its variables; one that it does not know stays. */
export function filled(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\{\{\s*([\w.$-]+)\s*\}\}/g,
    (whole, name: string) => variables.get(name) ?? whole,
  );
}

export function isMethod(value: unknown): value is Method {
  return methods.some((each) => each === value);
}
