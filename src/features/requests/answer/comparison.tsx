import { useMemo, useState, useSyncExternalStore } from 'react';
import { formatTime } from '#lib/format-date.ts';
import { history } from '#features/requests/saved/saved-store.ts';
import { compareAnswers, mostDifferences } from './compare-answers.ts';
import type { Answer } from './send-request.ts';
import styles from './answer-view.module.css';

const most = 5_000_000;

/** This answer against an earlier one of this tab. */
export function Comparison({ answer }: { answer: Answer }) {
  const entries = useSyncExternalStore(history.subscribe, history.get);
  const others = entries.filter((entry) => entry.answer && entry.answer !== answer);
  const [chosen, setChosen] = useState<number>();
  const other = (others.find(({ id }) => id === chosen) ?? others[0])?.answer;
  if (!other)
    return <p className={styles.note}>Send another request: then there are two to compare.</p>;
  return (
    <div className={styles.headers}>
      <label className={styles.choice}>
        Compared with
        <select
          value={chosen ?? others[0]?.id}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          {others.map(({ id, draft, at }) => (
            <option key={id} value={id}>
              {formatTime(new Date(at))} {draft.method} {URL.parse(draft.url)?.pathname}
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
        <p>These two cannot be compared: one is no JSON, or larger than 5 MB.</p>
      ) : (
        <>
          <p role="status">
            {differences.length === 0
              ? 'They are the same.'
              : `${differences.length}${differences.length >= mostDifferences ? ' or more' : ''} differences`}
          </p>
          <ul className={styles.differences}>
            {differences.map(({ place, kind, before, after }) => (
              <li key={place} data-kind={kind}>
                <code>
                  {{ added: '+', removed: '−', changed: '±' }[kind]} {place}
                </code>
                {before && <del>{before}</del>}
                {after && <ins>{after}</ins>}
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
