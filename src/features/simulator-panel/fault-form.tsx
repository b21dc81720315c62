import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import { SelectField, TextField } from '#ui/text-field.tsx';
import { failures, faultFor } from './faults.ts';
import type { Tell } from './simulator-screen.tsx';
import styles from './simulator-screen.module.css';

const toSubmit = handOnTo('[type=submit]');

/** The next requests to an address fail in one way, and then all is well again. */
export function FaultForm({ waiting, tell }: { waiting: number; tell: Tell }) {
  const [url, setUrl] = useState('/v1.0/');
  const [failure, setFailure] = useState('503');
  const [times, setTimes] = useState('1');
  const isRight = url.trim() !== '' && /^[1-9]\d{0,2}$/.test(times);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) tell('faults', faultFor(url.trim(), failure, Number(times)));
  };
  return (
    <form className={styles.faults} onSubmit={submit}>
      <TextField
        label="Requests whose address contains"
        value={url}
        onValue={setUrl}
        description="/v1.0/ is all of Graph, /me/messages mail, /oauth2/v2.0/token a renewal."
      />
      <SelectField
        label="Fail with"
        value={failure}
        onValue={setFailure}
        description={failures[failure]?.expect}
      >
        {Object.entries(failures).map(([value, { title }]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </SelectField>
      <TextField
        label="How often"
        inputMode="numeric"
        value={times}
        onValue={setTimes}
        problem={isRight || url.trim() === '' ? undefined : 'A number from 1 to 999'}
      />
      <div className={styles.row}>
        <Button type="submit">Fail the next requests</Button>
        {waiting > 0 && (
          <Button ref={toSubmit} kind="quiet" onClick={() => tell('faults', {}, 'DELETE')}>
            Forget what waits ({waiting})
          </Button>
        )}
      </div>
    </form>
  );
}
