import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { toKql, type SearchParts } from './kql.ts';
import styles from './search.module.css';

/** Puts a search together from its parts; it is the search language that comes out, so that one learns it by the way. */
export function SearchForm({
  words,
  everywhere,
  onSearch,
}: {
  words: string;
  everywhere: boolean;
  onSearch: (kql: string, everywhere: boolean) => void;
}) {
  const [parts, setParts] = useState<Omit<SearchParts, 'words'>>({
    from: '',
    to: '',
    subject: '',
    since: '',
    until: '',
    attachments: false,
  });
  const [all, setAll] = useState(everywhere);
  const set = (change: Partial<SearchParts>) => setParts({ ...parts, ...change });
  const kql = toKql({ ...parts, words });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (kql) onSearch(kql, all);
      }}
    >
      <TextField label="From" value={parts.from} onValue={(from) => set({ from })} />
      <TextField label="To" value={parts.to} onValue={(to) => set({ to })} />
      <TextField label="Subject" value={parts.subject} onValue={(subject) => set({ subject })} />
      <div className={styles.days}>
        <TextField
          label="Received since"
          type="date"
          value={parts.since}
          onValue={(since) => set({ since })}
        />
        <TextField
          label="until"
          type="date"
          value={parts.until}
          onValue={(until) => set({ until })}
        />
      </div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={parts.attachments}
          onChange={({ target }) => set({ attachments: target.checked })}
        />
        Has attachments
      </label>
      <label className={styles.tick}>
        <input type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} />
        In all folders
      </label>
      <p className={styles.kql}>
        <code>{kql || 'Fill something in'}</code>
      </p>
      <Button type="submit" kind="primary" icon="search">
        Search
      </Button>
    </form>
  );
}
