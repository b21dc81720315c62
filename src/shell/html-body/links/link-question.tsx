import { useId } from 'react';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { useModal } from '#ui/use-modal.ts';
import { cautionInWords } from './caution-in-words.ts';
import { rememberLink } from './followed-hosts.ts';
import { linkCaution, linkInWords } from './link-target.ts';
import styles from './links.module.css';

export interface Followed {
  readonly href: string;
  readonly words: string;
}

/** Asked before a link of a stranger leads to a host for the first time. */
export function LinkQuestion({
  link,
  known,
  onDone,
}: {
  link: Followed;
  known: readonly string[];
  onDone: () => void;
}) {
  const title = useId();
  const modal = useModal(onDone);
  const { protocol, host, href } = new URL(link.href);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  const caution = linkCaution(link.words, href, known);
  const plain = isWeb ? href : decoded(href.slice(protocol.length));
  const open = () => {
    if (isWeb) rememberLink(href);
    // Without a way back to this page, and without telling whence.
    window.open(href, '_blank', 'noopener,noreferrer');
    onDone();
  };
  return (
    <dialog
      {...modal}
      className={styles.question}
      aria-labelledby={title}
      // The key that pressed the link, still held, is no answer.
      onKeyDown={(event) => {
        if (event.repeat && event.key === 'Enter') event.preventDefault();
      }}
    >
      <h2 id={title}>{isWeb ? `Open ${host}?` : `${linkInWords(href).split('?')[0]}?`}</h2>
      {caution && <p className={styles.caution}>{cautionInWords(caution, 'The link')}</p>}
      {protocol === 'http:' && <p>The connection would not be encrypted.</p>}
      <p className={styles.address}>
        <code>{plain}</code>
      </p>
      {isWeb && <p className={styles.note}>This host is asked about once, until you reload.</p>}
      <div className={styles.buttons}>
        <Button kind="primary" onClick={open}>
          {isWeb ? `Open ${host}` : protocol === 'tel:' ? 'Call' : 'Open mail program'}
        </Button>
        <span className={styles.others}>
          <CopyButton text={plain} label="Copy address">
            Copy
          </CopyButton>
          <Button onClick={onDone}>Cancel</Button>
        </span>
      </div>
    </dialog>
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
