/** Short lists that a mailbox carries: zones and languages (Graph outlookUser resource). */
import {
  answer,
  collection,
  GraphRefusal,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { cut, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { windowsZones } from '#simulator/outlook/calendar/time-zone.ts';
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

export function overrides(c: GraphContext, context: TenantContext): Response {
  return list(c, context, {
    name: 'inferenceClassification/overrides',
    type: 'inferenceClassificationOverride',
    rows: [],
  });
}
