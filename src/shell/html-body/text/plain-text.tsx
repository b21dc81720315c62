import { Fragment, type FocusEvent, type MouseEvent } from 'react';
import type { Links } from '#shell/html-body/links/use-links.tsx';
import { splitLinks } from './split-links.ts';
import { splitQuoted } from './quoted-lines.ts';
import { textChunks } from './text-chunks.ts';
import styles from './plain-text.module.css';

/** A letter of plain text. Its addresses become links; nothing in it is ever read as HTML. */
export function PlainText({ text, links }: { text: string; links: Links }) {
  const { own, quoted } = splitQuoted(text);
  const point = ({ target }: MouseEvent | FocusEvent) => links.onPoint(linkAt(target));
  const leave = () => links.onPoint(undefined);
  const follow = (event: MouseEvent) => {
    const link = linkAt(event.target);
    if (link && !links.onFollow(link)) event.preventDefault();
  };
  return (
    // Listens for what its own links do; it is not a control itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className={styles.text}
      dir="auto"
      onMouseOver={point}
      onFocus={point}
      onMouseLeave={leave}
      onBlur={leave}
      onClick={follow}
      onAuxClick={follow}
    >
      <Linked text={own} />
      {quoted && (
        <details className={styles.quoted}>
          <summary>Quoted text</summary>
          <Linked text={quoted} />
        </details>
      )}
      {links.shown}
    </div>
  );
}

function Linked({ text }: { text: string }) {
  return textChunks(text).map((chunk, nth) => (
    <div key={nth} className={styles.chunk}>
      {splitLinks(chunk).map(({ kind, words }, at) =>
        kind === 'link' ? (
          <a key={at} href={words} target="_blank" rel="noopener noreferrer nofollow">
            {words}
          </a>
        ) : (
          <Fragment key={at}>{words}</Fragment>
        ),
      )}
    </div>
  ));
}

function linkAt(target: EventTarget): HTMLAnchorElement | undefined {
  return (target as Element).closest<HTMLAnchorElement>('a[href]') ?? undefined;
}
