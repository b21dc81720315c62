import type { ListRow } from '#ui/list/listbox-props.ts';
import type { ContactSummary } from './address-book.ts';
import type { LetterGroup } from './by-letter.ts';
import type { DuplicateGroup } from './duplicates.ts';
import type { Finding } from './find-contacts.ts';

export type ContactListRow = ListRow<Finding>;

/** The whole list, each letter over its contacts. */
export function rowsOfGroups(groups: readonly LetterGroup[]): ContactListRow[] {
  return groups.flatMap(({ letter, contacts }, at): ContactListRow[] => [
    // Not by the letter alone: a language may sort two letters as one, and then each comes back.
    { kind: 'heading', key: `letter ${at}`, text: letter },
    ...contacts.map((contact) => rowOf({ contact, because: undefined })),
  ]);
}

export function rowsOfFindings(findings: readonly Finding[]): ContactListRow[] {
  return findings.map(rowOf);
}

/** What each group has in common, over its contacts. */
export function rowsOfDuplicates(groups: readonly DuplicateGroup[]): ContactListRow[] {
  return groups.flatMap(({ because, contacts }, at): ContactListRow[] => [
    { kind: 'heading', key: `group ${at}`, text: because },
    ...contacts.map((contact) => rowOf({ contact, because: undefined })),
  ]);
}

export function keyOfFirst(rows: readonly ContactListRow[]): string | undefined {
  return rows.find(({ kind }) => kind === 'option')?.key;
}

/** An address book that changes while it is read can bring one contact on two pages. */
export function withoutRepeats(
  pages: readonly { readonly contacts: readonly ContactSummary[] }[],
): ContactSummary[] {
  const contacts = pages.flatMap((page) => page.contacts);
  return [...new Map(contacts.map((contact) => [contact.id, contact])).values()];
}

function rowOf(finding: Finding): ContactListRow {
  return { kind: 'option', key: finding.contact.id, item: finding };
}
