import { useMemo, useState, useSyncExternalStore } from 'react';
import { history } from '#features/requests/saved/saved-store.ts';
import { kindOf } from './answer-kind.ts';
import { compareAnswers, mostDifferences } from './compare-answers.ts';
import { clockTime, shortAddress, shortPath } from '#features/requests/saved/entry-words.ts';
import type { Answer } from './send-request.ts';
import styles from './answer-view.module.css';

const most = 5_000_000;

/** This answer against an earlier one of this tab. */
export function Comparison({ answer }: { answer: Answer }) {
  const entries = useSyncExternalStore(history.subscribe, history.get);
  const others = entries.filter(
    (entry) => entry.answer && entry.answer !== answer && kindOf(entry.answer) === 'json',
  );
  const [chosen, setChosen] = useState<number>();
  // What was asked at the same place is what somebody means to compare.
  const path = shortPath(answer.request.url);
  const entry =
    others.find(({ id }) => id === chosen) ??
    others.find(({ draft }) => shortPath(draft.url) === path) ??
    others[0];
  const other = entry?.answer;
  if (!other)
    return <p className={styles.note}>Send another request: then there are two to compare.</p>;
  return (
    <div className={styles.headers}>
      <label className={styles.choice}>
        Compared with the answer of
        <select value={entry.id} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
          {others.map(({ id, draft, at }) => (
            <option key={id} value={id}>
              {clockTime(at)} {draft.method} {shortAddress(draft.url)}
            </option>
          ))}
        </select>
      </label>
      <Differences before={other} after={answer} />
    </div>
  );
}

function Differences({ before: first, after: second }: { before: Answer; after: Answer }) {
  const differences = useMemo(() => {
    if (Math.max(first.body.byteLength, second.body.byteLength) > most) return undefined;
    try {
      return compareAnswers(parse(first), parse(second));
    } catch {
      return undefined;
    }
  }, [first, second]);
  return (
    <>
      {differences === undefined ? (
        <p>These two cannot be compared: one is larger than 5 MB, or not the JSON it says it is.</p>
      ) : (
        <>
          <p role="status">
            {differences.length === 0
              ? 'They are the same.'
              : `${differences.length}${differences.length >= mostDifferences ? ' or more' : ''} ${differences.length === 1 ? 'difference' : 'differences'}: “then” is the answer chosen above, “now” is this one`}
          </p>
          <ul className={styles.differences}>
            {differences.map(({ place, kind, before, after }) => (
              <li key={place} data-kind={kind}>
                <code>
                  {{ added: '+', removed: '−', changed: '±' }[kind]} {place}
                </code>
                {before && (
                  <del>
                    <span className={styles.side}>then</span> {before}
                  </del>
                )}
                {after && (
                  <ins>
                    <span className={styles.side}>now</span> {after}
                  </ins>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function parse({ body }: Answer): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}
