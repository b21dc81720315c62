import { useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';
import { sourceQuery, type MailSource } from '#features/mail/mail-source.ts';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import { partInWords } from './part-in-words.ts';
import styles from './list-tools.module.css';

/** That the list is not the whole folder, in words, and the way back to that. */
export function ShownPart({ source }: { source: MailSource }) {
  const navigate = useNavigate();
  const { folder, words, everywhere } = source;
  if (!words && !source.part) return null;
  const show = (other: Partial<MailSource>) =>
    void navigate(paths.mailFolder(folder) + sourceQuery({ ...source, ...other }));
  return (
    <p ref={handOnToHeadingOrList} className={styles.shown}>
      <b>{partInWords(source)}</b>{' '}
      <button type="button" onClick={() => show({ words: '', part: undefined })}>
        {words ? 'Clear the search' : 'Show all'}
      </button>
      {words && (
        <>
          <br />
          Ordered by the search itself, 1,000 at most.{' '}
          <button type="button" onClick={() => show({ everywhere: !everywhere })}>
            {everywhere ? 'Search this folder only' : 'Search all folders'}
          </button>
        </>
      )}
    </p>
  );
}
