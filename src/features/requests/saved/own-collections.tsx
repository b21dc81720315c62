import { useRef, useState, useSyncExternalStore } from 'react';
import type { Draft } from '#features/requests/request/draft.ts';
import { Button } from '#ui/button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import { Popover } from '#ui/popover.tsx';
import { saveFile } from '#ui/save-file.ts';
import { TextField } from '#ui/text-field.tsx';
import { collectionOf, freeName } from './collection-files.ts';
import { shortPath } from './entry-words.ts';
import { toHttpFile } from './http-file.ts';
import { toPostman } from './postman.ts';
import { OwnRequests } from './own-requests.tsx';
import { withVariables, type Collection } from './saved-request.ts';
import { collections, setCollections } from './saved-store.ts';
import styles from './saved-requests.module.css';

const toTheFirstMenu = handOnTo('button');

interface Given {
  draft: Draft;
  onOpen: (draft: Draft) => void;
}

/** The person's own requests, in as many collections as they like; each goes to a file and comes from one. */
export function OwnCollections({ draft, onOpen }: Given) {
  const all = useSyncExternalStore(collections.subscribe, collections.get);
  const [told, setTold] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  const add = (one: Collection) =>
    setCollections([...collections.get(), { ...one, name: freeName(one.name, collections.get()) }]);
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      const found = collectionOf(chosen.name, await chosen.text());
      const { length } = found.requests;
      setTold(
        length === 0
          ? 'No request was found in the file.'
          : `${length} ${length === 1 ? 'request' : 'requests'} of ${chosen.name} added.`,
      );
      if (length > 0) add(found);
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
    <section aria-label="My collections">
      <div className={styles.head}>
        <h2>My collections</h2>
        <Popover label="Collections" icon="more">
          <div className={styles.menu}>
            <Button
              icon="add"
              data-closes
              onClick={() => add({ name: 'My collection', requests: [named(draft)] })}
            >
              New, with this request
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
      {all.map((one, at) => (
        // By its place, or a new name would close the menu in which it was given.
        // oxlint-disable-next-line react/no-array-index-key
        <OwnCollection
          key={at}
          collection={one}
          taken={all}
          draft={draft}
          onOpen={onOpen}
          onChange={(changed) => setCollections(all.with(at, changed))}
          onRemove={() => setCollections(all.toSpliced(at, 1))}
        />
      ))}
    </section>
  );
}

function OwnCollection({
  collection,
  taken,
  draft,
  onOpen,
  onChange,
  onRemove,
}: Given & {
  collection: Collection;
  taken: readonly Collection[];
  onChange: (changed: Collection) => void;
  onRemove: () => void;
}) {
  const { name, requests } = collection;
  return (
    <div ref={toTheFirstMenu} className={styles.collection}>
      <details className={styles.theme} open>
        <summary>{name}</summary>
        <OwnRequests
          requests={requests}
          onOpen={onOpen}
          onChange={(changed) => onChange({ name, requests: changed })}
        />
      </details>
      <Popover label={`Collection ${name}`} icon="more">
        <div className={styles.menu}>
          <NameField
            name={name}
            onName={(wanted) => onChange({ name: freeName(wanted, taken), requests })}
          />
          <Button
            icon="add"
            data-closes
            onClick={() => onChange({ name, requests: [...requests, named(draft)] })}
          >
            Add this request
          </Button>
          <Button
            icon="download"
            data-closes
            onClick={() =>
              saveFile(new Blob([toPostman(collection)]), `${name}.postman_collection.json`)
            }
          >
            Export for Postman
          </Button>
          <Button
            icon="download"
            data-closes
            onClick={() => saveFile(new Blob([toHttpFile(requests)]), `${name}.http`)}
          >
            Export as .http
          </Button>
          <Button icon="trash" data-closes onClick={onRemove}>
            Remove the collection
          </Button>
        </div>
      </Popover>
    </div>
  );
}

function NameField({ name, onName }: { name: string; onName: (wanted: string) => void }) {
  const [text, setText] = useState(name);
  const [given, setGiven] = useState(name);
  // What it is called now may be another name than was wanted, if that was taken.
  if (given !== name) {
    setGiven(name);
    setText(name);
  }
  const finish = () => {
    const wanted = text.trim();
    if (wanted && wanted !== name) onName(wanted);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <TextField label="Name" value={text} onValue={setText} onBlur={finish} />
    </form>
  );
}

/** It is written down: what is secret in it is a variable from here on. */
function named(draft: Draft) {
  return withVariables({ ...draft, name: shortPath(draft.url) });
}
