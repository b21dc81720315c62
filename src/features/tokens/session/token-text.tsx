import { useEffect, useState } from 'react';
import type { TextualToken } from '#auth/tokens/token-report.ts';
import { vault } from '#auth/vault.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './session-view.module.css';

/** Milliseconds that a token's text stays in sight, and in this page at all. */
const shownFor = 60_000;

const parts = ['header', 'payload', 'signature'] as const;

const toHide = handOnTo('[data-hide]');
const toReveal = handOnTo('[data-reveal]');

/** Masked until asked for; hidden again by itself. Only a developer session gets an answer. */
export function TokenText({ which, name }: { which: TextualToken; name: string }) {
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (text === undefined) return;
    const timer = setTimeout(() => setText(undefined), shownFor);
    return () => clearTimeout(timer);
  }, [text]);
  const reveal = () => {
    vault()
      .tokenText(which)
      .then(setText, (error: unknown) =>
        setProblem(error instanceof Error ? error.message : 'Not to be had.'),
      );
  };
  if (text === undefined) {
    return (
      <p ref={toHide} className={styles.masked}>
        <code aria-hidden>•••••.•••••.•••••</code>
        <Button data-reveal icon="eye" aria-label={`Reveal the ${name}`} onClick={reveal}>
          Reveal
        </Button>
        {problem && <span role="alert">{problem}</span>}
      </p>
    );
  }
  const pieces = text.split('.');
  return (
    <div ref={toReveal} className={styles.revealed}>
      <p className={styles.text}>
        <VisuallyHidden>The text of the {name}</VisuallyHidden>
        {pieces.map((piece, at) => (
          <span
            key={`${at} ${piece.length}`}
            data-part={pieces.length === 3 ? parts[at] : 'opaque'}
          >
            {at > 0 && '.'}
            {piece}
          </span>
        ))}
      </p>
      {pieces.length === 3 && (
        <p className={styles.legend} aria-hidden>
          {parts.map((part) => (
            <span key={part} data-part={part}>
              {part}
            </span>
          ))}
        </p>
      )}
      <p>
        <CopyButton text={text} label={`Copy the ${name}`}>
          Copy
        </CopyButton>
        <Button data-hide kind="quiet" icon="eye-off" onClick={() => setText(undefined)}>
          Hide
        </Button>
      </p>
    </div>
  );
}
