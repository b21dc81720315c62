import { cautionInWords } from './caution-in-words.ts';
import { linkCaution, linkInWords } from './link-target.ts';
import styles from './links.module.css';

/** Where the link under the pointer or the focus leads, in letters that cannot be mistaken. */
export function LinkChip({
  link,
  known,
}: {
  link: HTMLAnchorElement | undefined;
  known: readonly string[];
}) {
  const href = link?.getAttribute('href') ?? '';
  if (!link || !href || href.startsWith('#')) return null;
  const caution = linkCaution(link.textContent ?? '', href, known);
  return (
    // For the eye only: whoever hears the link has its words, and the notice above says which of them mislead.
    <div className={styles.chip} data-caution={caution !== undefined} aria-hidden>
      <b>{linkInWords(href)}</b>
      {caution && ` ${cautionInWords(caution, 'The link')}`}
    </div>
  );
}
