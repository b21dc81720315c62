import { useState } from 'react';
import { knownRefusals } from '#shell/refusals/known-refusals.ts';
import { layersInWords } from '#shell/refusals/refusal-meaning.ts';
import { handOnTo } from '#ui/hand-on-to.ts';
import { TextField } from '#ui/text-field.tsx';
import styles from './refusals-view.module.css';

const all = knownRefusals();
const toTheBox = handOnTo('textarea');

/** Every code that is known here, to look through. */
export function KnownRefusals({ onChoose }: { onChoose: (code: string) => void }) {
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(({ code, meaning }) => {
    const text = `${code} ${layersInWords[meaning.layer]} ${meaning.means} ${meaning.who}`;
    return words.every((word) => text.toLowerCase().includes(word));
  });
  return (
    <section ref={toTheBox} className={styles.known} aria-label="Known refusals">
      <TextField
        label="Or look through what is known"
        type="search"
        value={wanted}
        placeholder="consent, device, 53003 …"
        onValue={setWanted}
      />
      <p className={styles.count} aria-live="polite">
        {found.length} of {all.length} codes
      </p>
      <ul className={styles.codes}>
        {found.map(({ code, meaning }) => (
          <li key={code}>
            <button type="button" onClick={() => onChoose(code)}>
              <code>{code}</code>
              <span className={styles.layerName}>{layersInWords[meaning.layer]}</span>
              <span>{meaning.means}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
