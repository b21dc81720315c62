import { Fragment } from 'react';
import { splitLinks } from './split-links.ts';
import styles from './plain-text.module.css';

/** A letter of plain text. Its addresses become links; nothing in it is ever read as HTML. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className={styles.text} dir="auto">
      {splitLinks(text).map(({ kind, words }, at) =>
        kind === 'link' ? (
          <a key={at} href={words} target="_blank" rel="noopener noreferrer nofollow">
            {words}
          </a>
        ) : (
          <Fragment key={at}>{words}</Fragment>
        ),
      )}
    </div>
  );
}
