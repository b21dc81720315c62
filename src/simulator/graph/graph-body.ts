/** Reads what a client writes as Graph does: JSON, with the names of members in small or in capital first letters. */
import { familyOf } from '#simulator/permissions/permission-check.ts';
import { GraphRefusal, routedPath, type GraphContext } from './graph-answer.ts';
import { badRequest } from './graph-query.ts';

type Members = Record<string, unknown>;

/** The parameters of an operation; there may be none. */
export async function jsonBody(c: GraphContext): Promise<Members> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  const type = c.req.header('content-type') ?? 'json';
  // Exchange looks at what it is sent, others at whether it can be read.
  if (!/json/i.test(type) && familyOf(routedPath(c).replace(/^\/v1\.0/i, '')) === 'outlook')
    throw new GraphRefusal(
      415,
      'RequestBodyRead',
      `A supported MIME type could not be found that matches the content type of the response. None of the supported type(s) 'Microsoft.OData.ODataMediaType' matches the content type '${type}'.`,
    );
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return renamed(value) as Members;
  } catch {
    // Told below.
  }
  throw badRequest(
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
}

/** A resource that is to be made or changed. */
export async function resourceBody(c: GraphContext): Promise<Members> {
  if ((await c.req.text()).trim() === '') throw badRequest('Empty Payload. JSON content expected.');
  return jsonBody(c);
}

/** `ToRecipients` is `toRecipients`: the names of Microsoft's own metadata for operations begin with capitals. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.replace(/^[A-Z](?=[a-z]|$)/, (letter) => letter.toLowerCase()),
      renamed(member),
    ]),
  );
}

/** @param name of a member with a value that none can have */
export function unreadable(name: string): GraphRefusal {
  return new GraphRefusal(
    400,
    'RequestBodyRead',
    `The value of the property '${name}' cannot be read.`,
  );
}
