import { useId, useState, useSyncExternalStore } from 'react';
import { dateGroup } from '#lib/format-date.ts';
import type { Answer } from '#features/requests/answer/send-request.ts';
import type { Draft } from '#features/requests/request/draft.ts';
import { Button } from '#ui/button.tsx';
import { clockTime, queryOf, shortPath } from './entry-words.ts';
import { Line } from './request-line.tsx';
import {
  forgetEntry,
  forgetHistory,
  history,
  isKept,
  keepHistory,
  type HistoryEntry,
} from './saved-store.ts';
import styles from './saved-requests.module.css';

/** So many stand there at first: below them are one's own requests and the examples. */
const shownAtFirst = 8;

/** What was sent, newest first, by day; an entry brings back its request and, in this tab, its answer. */
export function RequestHistory({
  onOpen,
  onShow,
}: {
  onOpen: (draft: Draft) => void;
  onShow: (answer: Answer) => void;
}) {
  const entries = useSyncExternalStore(history.subscribe, history.get);
  const kept = useSyncExternalStore(isKept.subscribe, isKept.get);
  const [wanted, setWanted] = useState('');
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const found = entries.filter((entry) => fits(entry, wanted));
  const shown = isWhole || wanted ? found : found.slice(0, shownAtFirst);
  return (
    <section aria-labelledby={`${id}-history`}>
      <div className={styles.head}>
        <h2 id={`${id}-history`}>History</h2>
        {entries.length > 0 && (
          <Button kind="quiet" icon="trash" label="Forget the history" onClick={forgetHistory} />
        )}
      </div>
      {entries.length === 0 && <p className={styles.note}>What you send is listed here.</p>}
      {entries.length > shownAtFirst && (
        <input
          type="search"
          className={styles.search}
          aria-label="Search the history"
          placeholder="Search the history"
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {wanted && found.length === 0 && <p className={styles.note}>Nothing of it fits.</p>}
      {byDay(shown).map(([day, ofDay]) => (
        <div key={day}>
          {day !== 'Today' && <h3 className={styles.day}>{day}</h3>}
          <ul>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} onOpen={onOpen} onShow={onShow} />
            ))}
          </ul>
        </div>
      ))}
      {shown.length < found.length && (
        <button type="button" className={styles.rest} onClick={() => setWhole(true)}>
          {found.length - shown.length} earlier
        </button>
      )}
      <label className={styles.keep}>
        <input
          type="checkbox"
          checked={kept}
          onChange={(event) => keepHistory(event.currentTarget.checked)}
        />
        Keep it in this browser, without bodies
      </label>
    </section>
  );
}

function Entry({
  entry,
  onOpen,
  onShow,
}: {
  entry: HistoryEntry;
  onOpen: (draft: Draft) => void;
  onShow: (answer: Answer) => void;
}) {
  const { draft, status, answer, at } = entry;
  const path = shortPath(draft.url);
  const query = queryOf(draft.url);
  return (
    <li className={styles.owned}>
      <button
        type="button"
        className={styles.entry}
        title={draft.url}
        onClick={() => {
          onOpen(draft);
          if (answer) onShow(answer);
        }}
      >
        <Line method={draft.method} path={path} />
        <span className={styles.status} data-failed={status >= 400}>
          {status}
        </span>
        <span className={styles.second}>
          <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time> {query}
        </span>
      </button>
      <span className={styles.deeds}>
        <Button
          kind="quiet"
          icon="dismiss"
          label={`Forget ${draft.method} ${path} of ${clockTime(at)}`}
          onClick={() => forgetEntry(entry.id)}
        />
      </span>
    </li>
  );
}

function fits({ draft, status }: HistoryEntry, wanted: string): boolean {
  const text = `${draft.method} ${draft.url} ${queryOf(draft.url)} ${status}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function byDay(entries: readonly HistoryEntry[]): (readonly [string, HistoryEntry[]])[] {
  const now = new Date();
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const day = dateGroup(new Date(entry.at), now);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
