/** OneNote: notebooks, their sections, and pages with the HTML that stands on them. */
import { projects } from '#simulator/seed/phrases.ts';
import { dice, guid, hashText } from '#simulator/seed/random.ts';
import { tenantNamed } from '#simulator/seed/tenants.ts';
import { sharePointOrigins } from '#simulator/entra/resources.ts';
import { moment } from '#simulator/outlook/wire.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { todayOf } from './tasks.ts';

const day = 86_400_000;

function common(context: TenantContext, person: Identity, path: string, id: string, age: number) {
  const by = { user: { id: person.id, displayName: person.displayName } };
  return {
    id,
    self: `${context.hosts.graph}/v1.0/users/${person.id}/onenote/${path}/${id}`,
    createdDateTime: moment(todayOf(context) - (400 + age) * day),
    createdBy: by,
    lastModifiedBy: by,
    lastModifiedDateTime: moment(todayOf(context) - age * day),
  };
}

interface Identity {
  readonly id: string;
  readonly displayName: string;
}

const linksTo = (context: TenantContext, { tenantId }: Person, name: string) => {
  const href = `${sharePointOrigins(context.hosts, tenantId)[1]}/notes/${encodeURIComponent(name)}`;
  return { oneNoteClientUrl: { href: `onenote:${href}` }, oneNoteWebUrl: { href } };
};

export function notebooksOf(context: TenantContext, person: Person) {
  const who = { id: person.oid, displayName: person.displayName };
  return [`${person.displayName} @ ${tenantNamed(person.tenantId)}`, 'Bench diary'].map(
    (displayName, at) => {
      const id = `1-${guid(hashText(person.oid), 31, at)}`;
      const base = common(context, who, 'notebooks', id, 2 + at * 9);
      return {
        ...base,
        displayName,
        isDefault: at === 0,
        isShared: at === 1,
        userRole: 'Owner',
        sectionsUrl: `${base.self}/sections`,
        sectionGroupsUrl: `${base.self}/sectionGroups`,
        links: linksTo(context, person, displayName),
      };
    },
  );
}

type Notebook = ReturnType<typeof notebooksOf>[number];

export function sectionsOf(context: TenantContext, person: Person, book: Notebook) {
  return ['Meetings', 'Readings', 'Ideas'].map((displayName, at) => {
    const id = `1-${guid(hashText(book.id), 32, at)}`;
    const base = common(context, book.createdBy.user, 'sections', id, 3 + at);
    return {
      ...base,
      displayName,
      isDefault: at === 0,
      pagesUrl: `${base.self}/pages`,
      links: linksTo(context, person, displayName),
      parentNotebook: { id: book.id, displayName: book.displayName, self: book.self },
    };
  });
}

type Section = ReturnType<typeof sectionsOf>[number];

export function pagesOf(context: TenantContext, person: Person, section: Section) {
  return projects.slice(0, 5).map((project, at) => {
    const id = `1-${guid(hashText(section.id), 33, at)}`;
    const base = common(context, section.createdBy.user, 'pages', id, 4 + at * 3);
    return {
      id,
      self: base.self,
      createdDateTime: base.createdDateTime,
      title: `${section.displayName}: ${project}`,
      createdByAppId: '',
      contentUrl: `${base.self}/content`,
      lastModifiedDateTime: base.lastModifiedDateTime,
      links: linksTo(context, person, project),
      parentSection: { id: section.id, displayName: section.displayName, self: section.self },
    };
  });
}

export function pageHtml({ id, title }: { readonly id: string; readonly title: string }): string {
  const roll = dice(hashText(id));
  const lines = Array.from(
    { length: 3 + roll.below(4) },
    () => `<li>${roll.of(projects)}: ${roll.below(400) / 10} nm</li>`,
  );
  return `<html lang="en"><head><title>${title}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head><body data-absolute-enabled="true"><div style="position:absolute;left:48px;top:115px;width:624px"><p>Measured at 20 °C.</p><ul>${lines.join('')}</ul></div></body></html>`;
}
