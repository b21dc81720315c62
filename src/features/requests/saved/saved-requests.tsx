import { cloud } from '#config/settings.ts';
import type { Answer } from '#features/requests/answer/send-request.ts';
import type { Draft } from '#features/requests/request/draft.ts';
import { BatchBuilder } from './batch-builder.tsx';
import { OwnCollections } from './own-collections.tsx';
import { pathOfExample, themes, type ReadyExample } from './ready-requests.ts';
import { RequestHistory } from './request-history.tsx';
import { Line } from './request-line.tsx';
import styles from './saved-requests.module.css';

/** What was sent, what is one's own, and what there is to begin with. */
export function SavedRequests({
  draft,
  onOpen,
  onShow,
}: {
  draft: Draft;
  onOpen: (draft: Draft) => void;
  onShow: (answer: Answer) => void;
}) {
  return (
    <>
      <RequestHistory onOpen={onOpen} onShow={onShow} />
      <OwnCollections draft={draft} onOpen={onOpen} />
      <section aria-label="Examples">
        <div className={styles.head}>
          <h2>Examples</h2>
        </div>
        <BatchBuilder onOpen={onOpen} />
        {themes.map(([theme, examples]) => (
          <details key={theme} className={styles.theme}>
            <summary>{theme}</summary>
            <ul>
              {examples.map((example) => (
                <li key={example.title}>
                  <button
                    type="button"
                    className={styles.entry}
                    title={example.path}
                    onClick={() => onOpen(draftOf(example))}
                  >
                    <Line method={example.method} path={example.title} />
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </>
  );
}

export function draftOf(example: ReadyExample): Draft {
  const path = pathOfExample(example);
  const [version, below] = path.startsWith('beta:') ? ['beta', path.slice(5)] : ['v1.0', path];
  return {
    method: example.method,
    url: `${cloud().graph.origin}/${version}${below}`,
    headers: example.headers ?? '',
    body: example.body === undefined ? '' : JSON.stringify(example.body, null, 2),
  };
}
