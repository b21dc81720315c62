/** How the Management Activity API says no: its AF codes, and the words of the machinery before it for a token it cannot read. */

export const contentTypes = [
  'Audit.AzureActiveDirectory',
  'Audit.Exchange',
  'Audit.SharePoint',
  'Audit.General',
  'DLP.All',
] as const;

export type ContentType = (typeof contentTypes)[number];

/** Thrown anywhere below a route; becomes the error answer. */
export class ActivityRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export function refusalAnswer({ status, code, message }: ActivityRefusal): Response {
  return Response.json({ error: { code, message } }, { status });
}

/** No token, or one of somebody else's: this never reaches the API itself. */
export function unauthorized(authorize: string): Response {
  return Response.json(
    { Message: 'Authorization has been denied for this request.' },
    {
      status: 401,
      headers: { 'www-authenticate': `Bearer authorization_uri="${authorize}"` },
    },
  );
}

/** @throws {ActivityRefusal} AF20001, AF20020 */
export function contentTypeOf(parameters: URLSearchParams): ContentType {
  const given = parameters.get('contentType');
  if (!given) throw new ActivityRefusal('AF20001', 'Missing parameter: contentType.');
  const known = contentTypes.find((type) => type.toLowerCase() === given.toLowerCase());
  if (!known) throw new ActivityRefusal('AF20020', 'The specified content type is not valid.');
  return known;
}
