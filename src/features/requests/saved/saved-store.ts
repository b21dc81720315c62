/** What was sent in this tab, and the person's own collections. Kept in the browser only on request, without bodies. */
import { createSubject, type Observable } from '#lib/observable.ts';
import type { Answer } from '#features/requests/answer/send-request.ts';
import type { Draft } from '#features/requests/request/draft.ts';
import { asTemplate, isMethod, type Collection, type SavedRequest } from './saved-request.ts';

export interface HistoryEntry {
  readonly id: number;
  readonly draft: Draft;
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of this tab only. */
  readonly answer: Answer | undefined;
}

const historyKey = 'grantscope.request-history';
const collectionsKey = 'grantscope.request-collections';
const mostEntries = 100;
/** Answers of this many newest entries can be compared. */
const mostAnswers = 10;

const kept = readKept();
const entries = createSubject<readonly HistoryEntry[]>(kept ?? []);
const keeping = createSubject(kept !== undefined);
const own = createSubject<readonly Collection[]>(readCollections());
let last = Math.max(0, ...entries.get().map(({ id }) => id));

/** Newest first. */
export const history: Observable<readonly HistoryEntry[]> = entries;
export const isKept: Observable<boolean> = keeping;
export const collections: Observable<readonly Collection[]> = own;

export function remember(draft: Draft, answer: Answer): void {
  const entry = { id: (last += 1), draft, status: answer.status, at: answer.at, answer };
  entries.set(
    [entry, ...entries.get()]
      .slice(0, mostEntries)
      .map((each, at) => (at < mostAnswers ? each : { ...each, answer: undefined })),
  );
  writeKept();
}

export function forgetHistory(): void {
  entries.set([]);
  writeKept();
}

export function forgetEntry(id: number): void {
  entries.set(entries.get().filter((each) => each.id !== id));
  writeKept();
}

export function keepHistory(keep: boolean): void {
  keeping.set(keep);
  writeKept();
}

export function setCollections(all: readonly Collection[]): void {
  own.set(all);
  write(collectionsKey, all.length > 0 ? all : undefined);
}

function writeKept(): void {
  const plain = entries.get().map(({ id, draft, status, at }) => ({
    ...{ id, status, at },
    draft: asTemplate({ ...draft, body: '' }),
  }));
  write(historyKey, keeping.get() ? plain : undefined);
}

function readKept(): HistoryEntry[] | undefined {
  const list = read(historyKey);
  return list?.flatMap((each) => {
    const { id, draft, status, at } = each as unknown as HistoryEntry;
    const isOne = isDraft(draft) && [id, status, at].every((value) => typeof value === 'number');
    return isOne ? [{ id, draft, status, at, answer: undefined }] : [];
  });
}

function readCollections(): Collection[] {
  return (read(collectionsKey) ?? []).flatMap((each) => {
    const { name, requests } = (each ?? {}) as Partial<Collection>;
    return typeof name === 'string' && Array.isArray(requests)
      ? [{ name, requests: requests.filter(isSaved) }]
      : [];
  });
}

function isSaved(value: unknown): value is SavedRequest {
  return isDraft(value) && typeof (value as SavedRequest).name === 'string';
}

function isDraft(value: unknown): value is Draft {
  const { method, url, headers, body } = (value ?? {}) as Record<string, unknown>;
  return isMethod(method) && [url, headers, body].every((each) => typeof each === 'string');
}

function read(key: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing has it for this tab.
  }
}
