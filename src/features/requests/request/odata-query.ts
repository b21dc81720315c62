/** The query of an address as rows, in step with its text: what nobody touches stays as it was written. */

export interface QueryRow {
  readonly name: string;
  readonly value: string;
}

/** OData's options, with what each does. */
export const odataOptions: readonly (readonly [name: string, does: string, example: string])[] = [
  ['$select', 'Only these members', 'id,subject'],
  ['$top', 'So many at a time', '25'],
  ['$filter', 'Only those that fit', 'isRead eq false'],
  ['$orderby', 'In this order', 'receivedDateTime desc'],
  ['$search', 'That contain these words', '"budget"'],
  ['$expand', 'With what belongs to them', 'attachments'],
  ['$count', 'Say how many there are', 'true'],
  ['$skip', 'Not the first so many', '25'],
];

export function readQuery(url: string): QueryRow[] {
  const query = partsOf(url).query;
  if (query === '') return [];
  return query.split('&').map((pair) => {
    const end = pair.indexOf('=');
    return {
      name: decode(end < 0 ? pair : pair.slice(0, end)),
      value: end < 0 ? '' : decode(pair.slice(end + 1)),
    };
  });
}

/**
 * @param at which of the rows; a name may stand there twice, and the other stays
 * @param value `undefined` takes the row away
 */
export function withRow(url: string, at: number, value: string | undefined): string {
  return withPairs(url, (pairs) => {
    const name = pairs[at]?.split('=')[0] ?? '';
    return pairs.toSpliced(at, 1, ...(value === undefined ? [] : [written(name, value)]));
  });
}

export function withOption(url: string, name: string, value: string): string {
  return withPairs(url, (pairs) => [...pairs, written(name, value)]);
}

function withPairs(url: string, change: (pairs: readonly string[]) => readonly string[]): string {
  const { before, query, after } = partsOf(url);
  const pairs = change(query === '' ? [] : query.split('&'));
  return before + (pairs.length > 0 ? `?${pairs.join('&')}` : '') + after;
}

function written(name: string, value: string): string {
  return `${name}=${encodeValue(value)}`;
}

/** Readable where that is allowed: a query may hold more than encodeURIComponent lets through (RFC 3986 3.4). */
function encodeValue(value: string): string {
  return encodeURIComponent(value).replaceAll(/%(?:2C|24|27|28|29|2F|3A|40|3B)/g, (code) =>
    decodeURIComponent(code),
  );
}

function partsOf(url: string): { before: string; query: string; after: string } {
  const [, before = '', query = '', after = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  return { before, query, after };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
