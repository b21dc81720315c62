/** The lists of a site (Graph list resource): its libraries, and two that hold rows. */
import { answer, collection } from '#simulator/graph/graph-answer.ts';
import { readQuery, selected } from '#simulator/graph/graph-query.ts';
import { guid, hashText } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import type { SimulatedSite } from './drives.ts';

/** @param age the moment so many days ago, as Graph writes it */
export function siteLists(
  context: TenantContext,
  url: string,
  site: SimulatedSite,
  age: (context: TenantContext, days: number) => string,
): Response {
  const { select } = readQuery(url, ['$select', '$top']);
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
  const value = [
    ...site.libraries.map((name) => list(name, 'documentLibrary')),
    list('Events', 'events'),
    list('Instruments', 'genericList'),
  ].map((each) => selected(each, select, 'list'));
  return answer(collection(context, `sites('${encodeURIComponent(site.id)}')/lists`, value));
}
