import { Button } from '#ui/button.tsx';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import { Icon } from '#ui/icon.tsx';
import styles from './contact-list.module.css';

export function NoContacts() {
  return (
    <div className={styles.empty}>
      <Icon name="people" size={24} />
      <p className={styles.emptyTitle}>No contacts here yet</p>
      <p>Add one to this folder in Outlook, and it appears here.</p>
    </div>
  );
}

export function NoDuplicates() {
  return (
    <div className={styles.empty}>
      <Icon name="check" size={24} />
      <p className={styles.emptyTitle}>Nobody is there twice</p>
      <p>No two contacts share a mail address, or a name and a telephone number.</p>
    </div>
  );
}

export function NobodyFound({
  wanted,
  by,
  onClear,
}: {
  wanted: string;
  /** Who looked. */
  by: 'browser' | 'service';
  onClear: () => void;
}) {
  return (
    <div ref={handOnToHeadingOrList} className={styles.empty}>
      <Icon name="search" size={24} />
      <p className={styles.emptyTitle}>
        {wanted ? `Nobody is found by “${wanted}”` : 'Nobody is here yet'}
      </p>
      <p>
        {by === 'browser'
          ? 'Names, addresses, companies, job titles and telephone numbers were looked through, here in the browser: Microsoft Graph has no search for contacts.'
          : 'Microsoft Graph looks for people by their names, also by names written a little otherwise.'}
      </p>
      {wanted && <Button onClick={onClear}>Show all</Button>}
    </div>
  );
}
