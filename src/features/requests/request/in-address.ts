/** The request under edit as the address of the screen has it, for a reload, a trip to Microsoft's page, and a link. */
import { paths } from '#config/paths.ts';
import { asTemplate, isMethod } from '#features/requests/saved/saved-request.ts';
import type { Draft } from './draft.ts';

/** What stands beside the address of a request, one at a time. */
const parts = ['query', 'headers', 'body', 'permissions', 'code'] as const;
export type Part = (typeof parts)[number];

export function addressesOf(draft: Draft, part: Part | undefined) {
  const sent = draft.method === 'GET' ? { ...draft, body: '' } : draft;
  return {
    /** Where a sign-in comes back to with the request, and with what was typed for another method. */
    returnTo: `${paths.requests}?${parametersOf(draft, part)}`,
    /** For somebody else: the request as it is sent. */
    link: `${location.origin}${paths.requests}?${parametersOf(sent)}`,
  };
}

/** Letters of a body; what is longer has no place in an address. */
const mostInAddress = 100_000;

/** An address is kept in many places: what is secret in the request has to be put in again by whoever comes by it. */
export function parametersOf(draft: Draft, part?: Part): URLSearchParams {
  const isShort = draft.body.length <= mostInAddress;
  const { method, url, headers, body } = asTemplate(isShort ? draft : { ...draft, body: '' });
  const parameters = new URLSearchParams({ method, url });
  if (headers) parameters.set('headers', headers);
  if (body) parameters.set('body', body);
  if (part) parameters.set('part', part);
  return parameters;
}

export function draftFrom(parameters: URLSearchParams): Draft | undefined {
  const method = parameters.get('method') ?? 'GET';
  const url = parameters.get('url');
  if (url === null || !isMethod(method)) return undefined;
  return {
    method,
    url,
    headers: parameters.get('headers') ?? '',
    body: parameters.get('body') ?? '',
  };
}

export function partFrom(parameters: URLSearchParams): Part | undefined {
  return parts.find((part) => part === parameters.get('part'));
}
