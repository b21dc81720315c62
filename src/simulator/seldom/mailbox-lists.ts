/** Short lists that a mailbox carries: categories, rules, zones and languages (Graph outlookUser and mailFolder resources). */
import {
  answer,
  collection,
  GraphRefusal,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { cut, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { windowsZones } from '#simulator/outlook/calendar/time-zone.ts';
import { itemId } from '#simulator/outlook/mailbox/item-id.ts';
import { openMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { guid, hashText } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

function list(
  c: GraphContext,
  context: TenantContext,
  {
    name,
    type,
    rows,
  }: { readonly name: string; readonly type: string; readonly rows: readonly object[] },
): Response {
  const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count'], {
    page: 1000,
    most: 1000,
  });
  const { items, count, next } = cut(context, c.req.url, rows, query);
  const value = items.map((row) => selected(row, query.select, type, ['id']));
  const own = `users('${c.get('facts').person.oid}')/`;
  return answer(
    collection(context, name.startsWith('Collection') ? name : own + name, value, { count, next }),
  );
}

/** Outlook's own six, by the colours that they are born with. */
const colours = ['Red', 'Orange', 'Yellow', 'Green', 'Blue', 'Purple'];
const presets = [0, 1, 3, 4, 7, 8];

export function categories(c: GraphContext, context: TenantContext): Response {
  const key = hashText(c.get('facts').person.oid);
  const rows = colours.map((colour, at) => ({
    id: guid(key, 62, at),
    displayName: `${colour} category`,
    color: `preset${presets[at] ?? 0}`,
  }));
  return list(c, context, { name: 'outlook/masterCategories', type: 'outlookCategory', rows });
}

export function zones(c: GraphContext, context: TenantContext, standard: string): Response {
  if (standard !== '' && !/^(iana|windows)$/i.test(standard))
    throw new GraphRefusal(
      400,
      'ErrorInvalidParameter',
      `'${standard}' is no standard of time zones.`,
    );
  const isIana = /^iana$/i.test(standard);
  const rows = windowsZones.map(([name, zone]) =>
    isIana ? { alias: zone, displayName: zone } : { alias: name, displayName: name },
  );
  return list(c, context, {
    name: 'Collection(microsoft.graph.timeZoneInformation)',
    type: 'timeZoneInformation',
    rows,
  });
}

const locales = [
  'ar-SA',
  'de-DE',
  'en-GB',
  'en-US',
  'es-ES',
  'fr-FR',
  'he-IL',
  'ja-JP',
  'pl-PL',
  'pt-PT',
];

export function languages(c: GraphContext, context: TenantContext): Response {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const rows = locales.map((locale) => ({ locale, displayName: names.of(locale) ?? locale }));
  return list(c, context, {
    name: 'Collection(microsoft.graph.localeInfo)',
    type: 'localeInfo',
    rows,
  });
}

/** One that somebody made once and forgot. */
export async function rules(c: GraphContext, context: TenantContext): Promise<Response> {
  const mailbox = await openMailbox(context, c.get('facts').person);
  const newsletters = mailbox.folders.find(({ name }) => name === 'Newsletters');
  const folder =
    newsletters && itemId(mailbox, { kind: 'folder', folder: newsletters.number, index: 0 });
  const rows = [
    {
      id: 'AQAAAJ5dZqA=',
      displayName: 'Newsletters out of the way',
      sequence: 1,
      isEnabled: true,
      hasError: folder === undefined,
      isReadOnly: false,
      conditions: { senderContains: ['hello@news.'] },
      actions: { ...(folder ? { moveToFolder: folder } : {}), stopProcessingRules: true },
    },
  ];
  return list(c, context, { name: "mailFolders('inbox')/messageRules", type: 'messageRule', rows });
}

export function overrides(c: GraphContext, context: TenantContext): Response {
  return list(c, context, {
    name: 'inferenceClassification/overrides',
    type: 'inferenceClassificationOverride',
    rows: [],
  });
}
