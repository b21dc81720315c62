import { useState, useSyncExternalStore } from 'react';
import { cloud } from '#config/settings.ts';
import { isOutlook, mailboxWidth } from '#api/four-at-a-time.ts';
import type { Draft } from '#features/requests/request/draft.ts';
import { Button } from '#ui/button.tsx';
import { shortAddress } from './entry-words.ts';
import { batchOf, mostInBatch } from './batch-of.ts';
import { collections, history } from './saved-store.ts';
import styles from './saved-requests.module.css';

/** Chooses from what was sent and what is one's own, and makes one request of it. */
export function BatchBuilder({ onOpen }: { onOpen: (draft: Draft) => void }) {
  const entries = useSyncExternalStore(history.subscribe, history.get);
  const own = useSyncExternalStore(collections.subscribe, collections.get);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const known = new Map<string, Draft>();
  for (const draft of [
    ...entries.map((entry) => entry.draft),
    ...own.flatMap(({ requests }) => requests),
  ]) {
    if (URL.parse(draft.url)?.origin !== cloud().graph.origin || draft.url.includes('/$batch'))
      continue;
    const key = `${draft.method} ${draft.url}`;
    if (!known.has(key)) known.set(key, draft);
  }
  const picked = [...known].filter(([key]) => chosen.has(key)).map(([, draft]) => draft);
  const forMailbox = picked.filter(({ url }) => isOutlook(url)).length;
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return (
    <details className={styles.theme}>
      <summary>Build a batch</summary>
      {known.size === 0 ? (
        <p className={styles.note}>Send requests first, or add some to a collection.</p>
      ) : (
        <div className={styles.batch}>
          {[...known].slice(0, mostInBatch * 2).map(([key, { method, url }]) => (
            <label key={key} className={styles.keep} title={url}>
              <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} />
              <span className={styles.path}>
                {method} {shortAddress(url)}
              </span>
            </label>
          ))}
          {forMailbox > mailboxWidth && (
            <p className={styles.note}>
              A mailbox answers four at a time: Graph lets the others of the batch wait.
            </p>
          )}
          <Button
            disabled={picked.length === 0 || picked.length > mostInBatch}
            onClick={() => onOpen(batchOf(picked, cloud().graph.origin))}
          >
            {picked.length > mostInBatch
              ? `${mostInBatch} at most`
              : `Make a batch of ${picked.length}`}
          </Button>
        </div>
      )}
    </details>
  );
}
