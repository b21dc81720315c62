import { useId, type ReactNode } from 'react';
import { explainRefusal } from '#shell/refusals/explain-refusal.ts';
import { readRefusal } from '#shell/refusals/read-refusal.ts';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './app-only.module.css';

/** One step of the path: what it is for, what it was in 2016, and what is done here. */
export function Step({
  title,
  done,
  what,
  since,
  children,
}: {
  title: string;
  done: boolean;
  what: ReactNode;
  /** What has changed since the story was first told. */
  since: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <li className={styles.step} data-done={done} aria-labelledby={id}>
      <div className={styles.words}>
        <h2 id={id}>
          {title}{' '}
          {done && (
            <Chip tone="ok" icon="check">
              done
            </Chip>
          )}
        </h2>
        <p>{what}</p>
        <p className={styles.since}>
          <strong>Since 2016:</strong> {since}
        </p>
      </div>
      <div className={styles.work}>{children}</div>
    </li>
  );
}

/** A text to be taken away. */
export function Code({ label, text }: { label: string; text: string }) {
  return (
    <div className={styles.code}>
      <div className={styles.codeHead}>
        <span>{label}</span>
        <CopyButton text={text} label={`Copy: ${label}`} />
      </div>
      {/* Reached by keyboard where it has to be scrolled. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  );
}

/** What was answered instead, with what it means and what mends it, where that is known. */
export function Refused({ status, body }: { status: number; body: unknown }) {
  const text = JSON.stringify(body, null, 2);
  const { meaning } = explainRefusal(readRefusal(text));
  return (
    <>
      {meaning && (
        <Notice tone="warn" icon="warning" title={meaning.means}>
          <p>{meaning.mends}</p>
        </Notice>
      )}
      <Code label={`Refused: ${status}`} text={text} />
    </>
  );
}
