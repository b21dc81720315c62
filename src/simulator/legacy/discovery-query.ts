/** Query options of the Discovery service: what is kept, how much of it, and in which form it is sent. */
import type { ServiceInfo } from '#contract/discovery.ts';

/** Understood nothing: a 400 with this text. */
export class QueryRefusal extends Error {}

type Row = Readonly<Record<string, unknown>>;

/** @throws {QueryRefusal} */
export function queried(rows: readonly ServiceInfo[], parameters: URLSearchParams): Row[] {
  const filter = parameters.get('$filter');
  const kept = filter === null ? [...rows] : rows.filter((row) => fits({ ...row }, filter));
  const top = parameters.get('$top');
  if (top !== null && !/^\d+$/.test(top))
    throw new QueryRefusal(`Invalid value '${top}' for $top.`);
  const select = parameters
    .get('$select')
    ?.split(',')
    .map((name) => name.trim().toLowerCase());
  return kept
    .slice(0, top === null ? undefined : Number(top))
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(
          ([name]) => !select || name.startsWith('@') || select.includes(name.toLowerCase()),
        ),
      ),
    );
}

/** Comparisons for equality, joined by `and` or by `or`; clients wrote the names in any case. */
function fits(row: Row, filter: string): boolean {
  const isAny = / or /i.test(filter);
  const parts = filter.split(isAny ? / or /i : / and /i).map((part) => isEqual(row, part.trim()));
  return isAny ? parts.some(Boolean) : parts.every(Boolean);
}

function isEqual(row: Row, text: string): boolean {
  const [, name = '', operator, quoted, number] =
    /^(\w+)\s+(eq|ne)\s+(?:'((?:[^']|'')*)'|(\d+))$/i.exec(text) ?? [];
  const member = Object.keys(row).find((each) => each.toLowerCase() === name.toLowerCase());
  if (!operator || member === undefined)
    throw new QueryRefusal(`The filter expression '${text}' is not valid.`);
  const value = number ?? (quoted ?? '').replaceAll("''", "'");
  return (String(row[member]) === value) === (operator.toLowerCase() === 'eq');
}

/** `services('MyFiles@O365_SHAREPOINT')`: spaces on either side are nobody's concern. */
export function byKey(rows: readonly ServiceInfo[], key: string): ServiceInfo | undefined {
  const bare = (text: string) => text.replaceAll(/\s/g, '').toLowerCase();
  return rows.find(({ entityKey }) => bare(entityKey) === bare(key));
}

export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An Atom feed, which is what the service sent to whoever asked for nothing else. */
export function atom(rows: readonly Row[], address: string, updated: string): string {
  const entries = rows.map((row) => {
    const members = Object.entries(row)
      .filter(([name]) => !name.startsWith('@'))
      .map(([name, value]) => `<d:${name}>${escapeXml(String(value))}</d:${name}>`);
    return `<entry><id>${escapeXml(`${address}('${String(row['entityKey'])}')`)}</id><category term="#Microsoft.DiscoveryServices.ServiceInfo" scheme="http://docs.oasis-open.org/odata/ns/scheme"/><title/><updated>${updated}</updated><author><name/></author><content type="application/xml"><m:properties>${members.join('')}</m:properties></content></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://docs.oasis-open.org/odata/ns/data" xmlns:m="http://docs.oasis-open.org/odata/ns/metadata"><id>${escapeXml(address)}</id><title type="text">services</title><updated>${updated}</updated>${entries.join('')}</feed>`;
}
