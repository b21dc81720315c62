import type { Session } from '#auth/session.ts';
import { resourceTitle } from '#config/resource-title.ts';
import { formatFull } from '#lib/format-date.ts';
import { minutesLeft, timeInWords } from '#shell/session/time-left.ts';
import styles from './note.module.css';

export function SessionPanel({
  session,
  now,
}: {
  session: Extract<Session, { kind: 'signed-in' }>;
  now: number;
}) {
  return (
    <div className={styles.note}>
      <p className={styles.noteTitle}>Access tokens, in memory only</p>
      <ul className={styles.grants}>
        {session.grants.map((grant) => (
          <li key={grant.resource}>
            <span>
              {resourceTitle(grant.resource)}
              <span className={styles.minutes}>{timeInWords(minutesLeft(grant, now))}</span>
            </span>
            <code>{grant.scopes.join(' ')}</code>
          </li>
        ))}
      </ul>
      <p>
        {session.endsAt > now
          ? `Each is renewed before its end while you look. The session itself ends ${formatFull(new Date(session.endsAt))}, and with this tab.`
          : 'The session has ended, and none of them is renewed any more: sign in again to go on.'}
      </p>
    </div>
  );
}
