import { conversations } from '#features/mail/mail-preferences.ts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePending } from '#features/mail/acting/pending.ts';
import { pageBefore, pageSize, pagesWithin } from '#features/mail/mail-pages.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import { isSearch, type MailSource } from '#features/mail/mail-source.ts';
import { usePreference } from '#shell/use-preference.ts';
import { createRowsOf, type MessageRows } from './message-rows.ts';
import { usePages, useWanted, type FetchedPages } from './use-pages.ts';

/** Rows before and behind those in view that are fetched with them. */
const margin = 25;

/** Milliseconds that a far jump has to rest before its page is asked for: a dragged scroll bar passes over hundreds. */
const rest = 90;

/** Room for what is still to come where nobody knows how much. */
const guess = 8;

export interface ListPages extends MessageRows {
  /** Of all there are; `undefined` where the service does not say. */
  readonly total: number | undefined;
  /** Whether there is more than is here. */
  readonly more: boolean;
  readonly isFetching: boolean;
  readonly error: Error | null;
  /** What is in the way while it is asked for again by itself, and how often that has failed so far. */
  readonly delay: { readonly error: unknown; readonly failures: number } | undefined;
  readonly retry: () => void;
  readonly onRange: (first: number, last: number) => void;
}

/** The rows of a list, and the pieces of it that are fetched as somebody comes near. */
export function useListPages(source: MailSource): ListPages {
  const searched = isSearch(source);
  const pages = usePages(source);
  const { changed } = usePending();
  const folded = usePreference(conversations) === 'on';
  const total = useTotal(source, pages);
  const shift = useShift(source, total, pages);
  const slotCount = searched ? searchedSlots(pages) : (total ?? 0) - shift;

  const [rowsOf] = useState(createRowsOf);
  const made = useMemo(
    () =>
      rowsOf({
        pages: pages.items,
        sizeOf: (at) => pageSize(at, searched),
        total: slotCount,
        now: new Date(),
        folded,
        changed,
      }),
    [rowsOf, pages, searched, slotCount, folded, changed],
  );

  const [wanted, setWanted] = useState<readonly number[]>([0]);
  const state = useWanted(source, wanted);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onRange = useCallback(
    (first: number, last: number) => {
      const { rows, slots } = made;
      const from = slots.of(Math.max(0, first - margin));
      const to = slots.of(Math.min(rows.length - 1, last + margin));
      const near = pagesWithin(from, Math.min(to, slotCount - 1), searched).filter(
        (at) => !searched || isReachable(pages, at),
      );
      const isAt = (row: number) => rows[row] !== undefined;
      const want = () => setWanted((before) => (same(before, near) ? before : near));
      clearTimeout(timer.current);
      if (isAt(first) || isAt(last)) want();
      else timer.current = setTimeout(want, rest);
    },
    [made, slotCount, searched, pages],
  );

  return {
    ...made,
    ...state,
    total: searched && !moreOf(pages) ? made.loaded : total,
    more: searched ? moreOf(pages) : made.hasHoles,
    onRange,
  };
}

/** A folder counts itself; a part of one was counted with its first page; a search is not counted at all. */
function useTotal(source: MailSource, pages: FetchedPages): number | undefined {
  const folder = useQuery(mailQueries.folder(source.folder)).data?.total;
  if (isSearch(source)) return undefined;
  const first = pages.page(0);
  // A list that ends on its first page is as long as that says: the folder counts what is no message, too.
  if (first && first.next === undefined) return first.items.length;
  return source.part === undefined ? folder : first?.count;
}

/** What came or went since the list was fetched has no slot of its own, but the folder counts as it is now. */
function useShift(source: MailSource, total: number | undefined, pages: FetchedPages): number {
  const { data: shift = 0 } = useQuery({ ...mailQueries.shift(source), enabled: false });
  const isCountedNow = source.part === undefined && pages.page(0)?.next !== undefined;
  return isCountedNow && total !== undefined ? shift : 0;
}

/** Pages of a search follow from each other, so there are as many slots as were fetched, and some for the next page. */
function searchedSlots(pages: FetchedPages): number {
  const last = Math.max(0, ...pages.items.keys());
  const here = last + (pages.items.get(last)?.length ?? 0);
  return moreOf(pages) ? last + pageSize(last, true) + guess : here;
}

function moreOf(pages: FetchedPages): boolean {
  const last = Math.max(0, ...pages.items.keys());
  return pages.page(last)?.next !== undefined;
}

function isReachable(pages: FetchedPages, at: number): boolean {
  const before = pageBefore(at, true);
  return before === undefined || pages.page(before)?.next !== undefined;
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((at, index) => at === other[index]);
}
