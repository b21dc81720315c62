/**
 * What people wrote into lists that are otherwise arithmetic: contacts, events, tasks, settings. Kept by the set a row is in
 * and its id, with the serial that delta queries ask for.
 */
import { hashText } from '#simulator/seed/random.ts';
import { changeKey } from './item-id.ts';
import { moment } from '#simulator/outlook/wire.ts';
import type { OpenMailbox } from './open-mailbox.ts';

export type Members = Readonly<Record<string, unknown>>;

export interface Edit {
  /** Of a row that was made here: all there is; of another: what differs. */
  readonly fields: Members;
  readonly made?: true;
  readonly gone?: true;
  readonly serial: number;
  readonly at: number;
}

export type Edits = Record<string, Edit>;

export function write(
  mailbox: OpenMailbox,
  set: string,
  id: string,
  fields: Members,
  kind?: 'made' | 'gone',
): void {
  const { changes } = mailbox;
  const edits = (changes.edits ??= {});
  const before = edits[`${set}/${id}`];
  edits[`${set}/${id}`] = {
    ...before,
    ...(kind ? { [kind]: true } : {}),
    fields: { ...before?.fields, ...fields },
    serial: changes.serial,
    at: mailbox.now,
  };
}

/** Edits of a set, by id. */
export function editsIn({ changes }: OpenMailbox, set: string): [id: string, edit: Edit][] {
  const start = `${set}/`;
  return Object.entries(changes.edits ?? {}).flatMap(([key, edit]) =>
    key.startsWith(start) ? [[key.slice(start.length), edit]] : [],
  );
}

export function editOf({ changes }: OpenMailbox, set: string, id: string): Edit | undefined {
  return changes.edits?.[`${set}/${id}`];
}

/** The number of the next thing that is made here; no two are alike. */
export function nextNumber({ changes }: OpenMailbox): number {
  changes.nextEdit = (changes.nextEdit ?? 0) + 1;
  return changes.nextEdit;
}

/** A row as it is now; its tag changes with every writing. */
export function asEdited<T extends Members>(mailbox: OpenMailbox, set: string, row: T): T {
  const edit = editOf(mailbox, set, String(row['id']));
  if (!edit) return row;
  const key = changeKey(mailbox.key, hashText(`${set}/${String(row['id'])}`), edit.serial);
  return {
    ...row,
    ...edit.fields,
    ...('lastModifiedDateTime' in row ? { lastModifiedDateTime: moment(edit.at) } : {}),
    ...('changeKey' in row ? { changeKey: key } : {}),
    ...('@odata.etag' in row ? { '@odata.etag': `W/"${key}"` } : {}),
  };
}

/** Rows that are at hand as a whole: without those that are gone, with those that were made here before the others. */
export function rowsNow<T extends Members>(
  mailbox: OpenMailbox,
  set: string,
  rows: readonly T[],
): T[] {
  const made = editsIn(mailbox, set).flatMap(([, edit]) => (edit.made ? [edit.fields as T] : []));
  return [...made.toReversed(), ...rows]
    .filter((row) => !editOf(mailbox, set, String(row['id']))?.gone)
    .map((row) => asEdited(mailbox, set, row));
}
