import { useRef, useState, useSyncExternalStore } from 'react';
import { cloud } from '#config/settings.ts';
import type { Answer } from '#features/requests/answer/send-request.ts';
import type { Draft } from '#features/requests/request/draft.ts';
import { Button } from '#ui/button.tsx';
import { Popover } from '#ui/popover.tsx';
import { saveFile } from '#ui/save-file.ts';
import { BatchBuilder } from './batch-builder.tsx';
import { shortPath } from './entry-words.ts';
import { fromHttpFile, toHttpFile } from './http-file.ts';
import { fromPostman, toPostman } from './postman.ts';
import { pathOfExample, themes, type ReadyExample } from './ready-requests.ts';
import { RequestHistory } from './request-history.tsx';
import { Line } from './request-line.tsx';
import { collection, setCollection } from './saved-store.ts';
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
      <OwnCollection draft={draft} onOpen={onOpen} />
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

function OwnCollection({ draft, onOpen }: { draft: Draft; onOpen: (draft: Draft) => void }) {
  const own = useSyncExternalStore(collection.subscribe, collection.get);
  const [told, setTold] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      const text = await chosen.text();
      const found = text.trimStart().startsWith('{') ? fromPostman(text) : fromHttpFile(text);
      setTold(
        found.length === 0
          ? 'No request was found in the file.'
          : `${found.length} ${found.length === 1 ? 'request' : 'requests'} of ${chosen.name} added.`,
      );
      setCollection([...own, ...found]);
    } catch (error) {
      setTold(
        error instanceof SyntaxError
          ? 'The file is no JSON text.'
          : error instanceof Error
            ? error.message
            : String(error),
      );
    }
  };
  return (
    <section aria-label="My collection">
      <div className={styles.head}>
        <h2>My collection</h2>
        <Popover label="Collection" icon="more">
          <div className={styles.menu}>
            <Button
              icon="add"
              data-closes
              onClick={() => setCollection([...own, { ...draft, name: shortPath(draft.url) }])}
            >
              Add this request
            </Button>
            <Button
              icon="download"
              data-closes
              disabled={own.length === 0}
              onClick={() =>
                saveFile(
                  new Blob([toPostman('Grantscope', own)]),
                  'requests.postman_collection.json',
                )
              }
            >
              Export for Postman
            </Button>
            <Button
              icon="download"
              data-closes
              disabled={own.length === 0}
              onClick={() => saveFile(new Blob([toHttpFile(own)]), 'requests.http')}
            >
              Export as .http
            </Button>
            <Button icon="upload" onClick={() => file.current?.click()}>
              Import Postman or .http
            </Button>
            <input
              ref={file}
              type="file"
              hidden
              aria-label="Postman or .http file"
              accept=".json,.http,.rest"
              onChange={(event) => {
                void read(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
          </div>
        </Popover>
      </div>
      <p role="status" className={styles.told}>
        {told}
      </p>
      <ul>
        {own.map((each, at) => (
          // Two may be alike.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${each.name} ${at}`} className={styles.owned}>
            <button type="button" className={styles.entry} onClick={() => onOpen(each)}>
              <Line method={each.method} path={each.name} />
            </button>
            <Button
              kind="quiet"
              icon="dismiss"
              label={`Take ${each.name} out`}
              onClick={() => setCollection(own.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ul>
    </section>
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
