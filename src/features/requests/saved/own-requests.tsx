import { useState } from 'react';
import type { Draft } from '#features/requests/request/draft.ts';
import { formatCount } from '#lib/format-number.ts';
import { Button } from '#ui/button.tsx';
import { Line } from './request-line.tsx';
import type { SavedRequest } from './saved-request.ts';
import styles from './saved-requests.module.css';

/** So many stand there at first: a file may bring thousands. */
const shownAtFirst = 100;

/** The requests of one collection, to be opened, put in order and taken out. */
export function OwnRequests({
  requests,
  onOpen,
  onChange,
}: {
  requests: readonly SavedRequest[];
  onOpen: (draft: Draft) => void;
  onChange: (changed: readonly SavedRequest[]) => void;
}) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? requests : requests.slice(0, shownAtFirst);
  const keys = keysOf(shown);
  return (
    <>
      <ul>
        {shown.map((each, at) => (
          <li key={keys[at]} className={styles.owned}>
            <button type="button" className={styles.entry} onClick={() => onOpen(each)}>
              <Line method={each.method} path={each.name} />
            </button>
            <span className={styles.deeds}>
              {requests.length > 1 && (
                <Button
                  kind="quiet"
                  icon="chevron-down"
                  className={styles.up}
                  label={`Move ${each.name} up`}
                  // Not taken away at the top: the focus stands on it.
                  aria-disabled={at === 0}
                  onClick={() =>
                    onChange(requests.toSpliced(at, 1).toSpliced(Math.max(0, at - 1), 0, each))
                  }
                />
              )}
              <Button
                kind="quiet"
                icon="dismiss"
                label={`Take ${each.name} out`}
                onClick={() => onChange(requests.toSpliced(at, 1))}
              />
            </span>
          </li>
        ))}
      </ul>
      {shown.length < requests.length && (
        <button type="button" className={styles.rest} onClick={() => setWhole(true)}>
          {formatCount(requests.length - shown.length)} more
        </button>
      )}
    </>
  );
}

/** Two may be called alike; whoever is moved takes the focus along. */
function keysOf(requests: readonly SavedRequest[]): string[] {
  const counts = new Map<string, number>();
  return requests.map(({ name }) => {
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    return `${name} ${nth}`;
  });
}
