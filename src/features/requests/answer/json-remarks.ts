/** What can be said of a value of Graph, and where a link in it leads. */
import { formatFull } from '#lib/format-date.ts';
import { formatBytes } from '#lib/format-number.ts';
import type { Remark } from '#ui/json-tree/json-tree.tsx';

const zoned = /[zZ]$|[+-]\d\d:\d\d$/;
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function remarkOn(
  key: string | number | undefined,
  text: string,
  open: {
    follow: (url: string) => void;
    download: (url: string) => void;
    /** One thing of the collection that the answer is; none where it is no collection of things with addresses. */
    item?: ((id: string) => void) | undefined;
  },
  place = '',
): Remark | undefined {
  if (typeof key !== 'string') return undefined;
  const value = text.startsWith('"') && text.endsWith('"') ? plain(text) : text;
  switch (key) {
    case '@odata.nextLink':
      return { action: { words: 'Load next page', onPress: () => open.follow(value) } };
    case '@odata.deltaLink':
      return {
        note: 'what changed since',
        action: { words: 'Ask again', onPress: () => open.follow(value) },
      };
    case '@microsoft.graph.downloadUrl':
      return {
        note: 'needs no token, for an hour',
        action: { words: 'Download', onPress: () => open.download(value) },
      };
    case 'id':
      return itemRemark(value, place, open.item);
    case 'dateTime':
      // Graph writes the zone beside it, and this one says nothing of it.
      if (!zoned.test(value)) return { note: 'in the zone that timeZone names' };
      break;
    case 'size':
      return /^\d+$/.test(value) ? { note: formatBytes(Number(value)) } : undefined;
  }
  const date = dateInWords(value);
  if (date) return { note: date };
  return /(?:^|[a-z])id$/i.test(key) ? idRemark(key, value) : undefined;
}

/** A moment as Graph writes it; without a zone it is one of UTC. `undefined` for anything else. */
export function dateInWords(value: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:z|[+-]\d\d:\d\d)?$/i.test(value)) return undefined;
  const date = new Date(zoned.test(value) ? value : `${value}Z`);
  return Number.isNaN(date.getTime()) ? undefined : formatFull(date);
}

function itemRemark(
  id: string,
  place: string,
  item: ((id: string) => void) | undefined,
): Remark | undefined {
  const known = idRemark('id', id);
  if (!item || !/^\/value(?:\/\[\d+-\d+\])?\/\d+\/id$/.test(place)) return known;
  return { ...known, action: { words: 'Ask for it', onPress: () => item(id) } };
}

/** What somebody calls a thing of Graph, found in the beginning of its text. */
export function titleOf(text: string): string | undefined {
  const own = withoutInner(text);
  for (const name of [
    'subject',
    'displayName',
    'name',
    'title',
    'userPrincipalName',
    'Operation',
  ]) {
    const found = new RegExp(`"${name}":\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(own)?.[1];
    if (found && found.length > 2) return plain(found);
  }
  return undefined;
}

/** What stands in the thing itself: the name of who made it stands further in. */
function withoutInner(text: string): string {
  let depth = 0;
  return (text.match(/"(?:[^"\\]|\\.)*"?|[{}[\]]|[^"{}[\]]+/g) ?? [])
    .filter((piece) => {
      if (piece === '{' || piece === '[') return (depth += 1) === 1;
      if (piece === '}' || piece === ']') return (depth -= 1) === 0;
      return depth < 2;
    })
    .join('');
}

function idRemark(key: string, value: string): Remark | undefined {
  if (value === '00000003-0000-0000-c000-000000000000') return { note: 'Microsoft Graph' };
  if (guid.test(value)) return { note: key.toLowerCase() === 'tenantid' ? 'a tenant' : 'a GUID' };
  if (/^AA[MQ]k/.test(value))
    return { note: 'an Exchange id: of this mailbox, changes when moved' };
  if (value.startsWith('b!')) return { note: 'a drive' };
  return undefined;
}

function plain(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}
