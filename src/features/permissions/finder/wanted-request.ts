/** What somebody typed, where it is a request: `GET /me/messages`, a path, or a whole address of Graph. */

export interface WantedRequest {
  readonly method: string;
  readonly address: string;
}

const requestLine = /^\s*(?:(GET|HEAD|POST|PATCH|PUT|DELETE)\s+)?(\S.*?)\s*$/i;
/** With a slash at its head, a version, or a host before the version. */
const address =
  /^(?:https:\/\/[^\s/]+)?\/\S|^(?:[\w-]+\.)+[\w-]+\/(?:v1\.0|beta)\/|^(?:v1\.0|beta)\//i;
/** Nobody looks for a permission or a task with a slash in it. */
const path = /^[a-z$][\w$.-]*(?:\([^)]*\))?\/[^\s]+$/i;

/** @param method where none is written */
export function wantedRequest(wanted: string, method: string): WantedRequest | undefined {
  const [, written, rest = ''] = requestLine.exec(wanted) ?? [];
  const said = { method: written?.toUpperCase() ?? method };
  if (address.test(rest)) return { ...said, address: whole(rest) };
  if (path.test(rest) || isBareVerb(written, rest)) {
    return { ...said, address: `/${rest}` };
  }
  return undefined;
}

/** The same with another method, where one is written before it; `undefined` where none is, which could be replaced. */
export function withMethod(wanted: string, method: string): string | undefined {
  const written = requestLine.exec(wanted)?.[1];
  if (written === undefined || !wantedRequest(wanted, method)) return undefined;
  return wanted.replace(written, method);
}

/** `GET users`; in small letters it may be a task. */
function isBareVerb(written: string | undefined, rest: string): boolean {
  return written !== undefined && written === written.toUpperCase() && /^[a-z$]\S*$/i.test(rest);
}

function whole(written: string): string {
  if (/^(?:v1\.0|beta)\//i.test(written)) return `/${written}`;
  return /^(?:https:\/\/|\/)/i.test(written) ? written : `https://${written}`;
}
