/** The messages that were picked to do something with them. */
import { createSubject } from '#lib/observable.ts';
import type { ShownList } from '#features/mail/list/pages/shown-list.ts';

interface Marks {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins. */
  readonly from: string | undefined;
}

const none: Marks = { ids: new Set(), from: undefined };

export const marks = createSubject<Marks>(none);

export function clearMarks(): void {
  marks.set(none);
}

/** Picks the message or puts it back; with `through`, picks everything from the last one picked up to it. */
export function mark({ ids, from }: Marks, id: string, through: boolean, list: ShownList): Marks {
  if (through && from !== undefined) {
    return { ids: new Set([...ids, ...between(list, from, id)]), from };
  }
  const next = new Set(ids);
  if (!through && next.delete(id)) return next.size > 0 ? { ids: next, from: id } : none;
  return { ids: next.add(id), from: id };
}

export function markAll(list: ShownList): void {
  const ids = list.rows.flatMap((row) => (row?.kind === 'option' ? [row.key] : []));
  marks.set({ ids: new Set(ids), from: ids[0] });
}

function between({ rows }: ShownList, one: string, other: string): string[] {
  const ends = [one, other].map((id) => rows.findIndex((row) => row?.key === id));
  const [start = 0, end = 0] = ends.toSorted((a, b) => a - b);
  if (start < 0) return [other];
  return rows.slice(start, end + 1).flatMap((row) => (row?.kind === 'option' ? [row.key] : []));
}
