/** The lists of a site (Graph list resource): its libraries, and two that hold rows, which those for rows show. */
import { answer, collection, metadata } from '#simulator/graph/graph-answer.ts';
import { badRequest, cut, nextLink, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { parseFilter } from '#simulator/graph/odata-filter.ts';
import { fits, memberOf } from '#simulator/graph/odata-fits.ts';
import { guid, hash, hashText } from '#simulator/seed/random.ts';
import { projects } from '#simulator/seed/phrases.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { itemNotFound } from './address.ts';
import type { SimulatedSite } from './drives.ts';
import { readExpand } from './expand-option.ts';

type Age = (context: TenantContext, days: number) => string;

/**
 * @param tail what follows `lists` in the path: a list by its id or its title, its `items`, one of them
 * @param age the moment so many days ago, as Graph writes it
 */
export function siteLists(
  context: TenantContext,
  url: string,
  site: SimulatedSite,
  [called, part, nth, ...more]: readonly string[],
  age: Age,
): Response {
  const set = `sites('${encodeURIComponent(site.id)}')/lists`;
  const lists = listsOf(context, site, age);
  if (called === undefined) {
    const query = readQuery(url, ['$select', '$top', '$skip']);
    const { items, next } = cut(context, url, lists, { ...query, count: false });
    const value = items.map((each) => selected(each, query.select, 'list'));
    return answer(collection(context, set, value, { next }));
  }
  const list = lists.find(({ id, name }) =>
    [id, name.toLowerCase()].includes(called.toLowerCase()),
  );
  if (!list) throw itemNotFound();
  if (part === undefined) {
    const { select } = readQuery(url, ['$select']);
    return answer({
      '@odata.context': metadata(context, `${set}/$entity`),
      ...selected(list, select, 'list'),
    });
  }
  if (part.toLowerCase() !== 'items' || more.length > 0)
    throw badRequest(`Resource not found for the segment '${more[0] ?? part}'.`);
  const items = rowsOf(context, list, age);
  const name = `${set}('${list.id}')/items`;
  if (nth === undefined) return page(context, url, name, items);
  const item = items.find(({ id }) => id === nth);
  if (!item) throw itemNotFound();
  // One by itself brings its fields along.
  const query = readQuery(url, ['$select', '$expand']);
  return answer({
    '@odata.context': metadata(context, `${name}/$entity`),
    ...shown(item, query.select, query.expand ?? 'fields'),
  });
}

function listsOf(context: TenantContext, site: SimulatedSite, age: Age) {
  const list = (name: string, template: string, hidden = false) => ({
    createdDateTime: age(context, 1000),
    description: '',
    eTag: `"${guid(hashText(`${site.id}/${name}`), 45)},4"`,
    id: guid(hashText(`${site.id}/${name}`), 45),
    lastModifiedDateTime: age(context, 3),
    name,
    webUrl: `${site.webUrl}/${template === 'documentLibrary' ? '' : 'Lists/'}${encodeURIComponent(name)}`,
    displayName: name,
    list: { contentTypesEnabled: false, hidden, template },
  });
  return [
    ...site.libraries.map((name) => list(name, 'documentLibrary')),
    list('Events', 'events'),
    list('Instruments', 'genericList'),
  ];
}

type List = ReturnType<typeof listsOf>[number];

/** The files of a library are asked for as a drive's; as rows there are none. */
function rowsOf(context: TenantContext, list: List, age: Age) {
  if (list.list.template === 'documentLibrary') return [];
  return projects.map((project, at) => {
    const id = String(at + 1);
    const key = hash(hashText(list.id), at);
    const created = age(context, 300 - at);
    const etag = `"${guid(key, 46)},1"`;
    return {
      '@odata.etag': etag,
      createdDateTime: created,
      eTag: etag,
      id,
      lastModifiedDateTime: created,
      webUrl: `${list.webUrl}/${id}_.000`,
      contentType: { id: '0x0100', name: list.list.template === 'events' ? 'Event' : 'Item' },
      fields: {
        '@odata.etag': etag,
        Title: project,
        id,
        ContentType: list.list.template === 'events' ? 'Event' : 'Item',
        Modified: created,
        Created: created,
        Attachments: false,
      },
    };
  });
}

type Item = ReturnType<typeof rowsOf>[number];

function page(context: TenantContext, url: string, name: string, items: readonly Item[]): Response {
  const options = ['$select', '$top', '$skip', '$filter', '$expand'] as const;
  const query = readQuery(url, options, { page: 200, most: 5000 });
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter);
  const kept = filter
    ? items.filter((item) => fits(filter, (path) => memberOf(item, path)))
    : items;
  const end = query.skip + query.top;
  const value = kept
    .slice(query.skip, end)
    .map((item) => shown(item, query.select, query.expand ?? ''));
  const next = end < kept.length ? nextLink(context, url, end) : undefined;
  return answer(collection(context, name, value, { next }));
}

/** @throws {GraphRefusal} for what no item brings along */
function shown(item: Item, select: readonly string[] | undefined, expand: string): object {
  const { fields, ...members } = item;
  const row = selected(members, select, 'listItem', ['id']);
  for (const { name, options } of readExpand(expand)) {
    if (name.toLowerCase() !== 'fields')
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.listItem'.`,
      );
    const chosen = options.get('$select')?.split(',');
    return { ...row, fields: selected(fields, chosen, 'fieldValueSet') };
  }
  return row;
}
