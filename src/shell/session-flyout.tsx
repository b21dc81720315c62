import type { Grant, Session } from '#auth/session.ts';
import { cloud } from '#config/settings.ts';
import { formatFull } from '#lib/format-date.ts';
import { Chip } from '#ui/chip.tsx';
import { Flyout } from './flyout.tsx';
import { useNow } from './use-now.ts';
import styles from './frame.module.css';

/** How long the tokens in memory still hold. They are renewed by themselves; the end of the session is not. */
export function SessionFlyout({ session }: { session: Extract<Session, { kind: 'signed-in' }> }) {
  const now = useNow(20_000);
  const { graph } = cloud();
  const main = session.grants.find((grant) => grant.resource === graph.identifier);
  const minutes = main && minutesLeft(main, now);
  return (
    <Flyout
      label="Access tokens"
      opener={
        <Chip tone={minutes ? 'ok' : 'neutral'} icon="shield">
          <span className={styles.wide}>Token </span>
          {minutes ? inWords(minutes) : 'asleep'}
        </Chip>
      }
    >
      <div className={styles.note}>
        <p className={styles.noteTitle}>Access tokens, in memory only</p>
        <ul className={styles.grants}>
          {session.grants.map((grant) => (
            <li key={grant.resource}>
              <span>
                {resourceTitle(grant.resource)}
                <span className={styles.minutes}>{inWords(minutesLeft(grant, now))}</span>
              </span>
              <code>{grant.scopes.join(' ')}</code>
            </li>
          ))}
        </ul>
        <p>
          Each is renewed before its end while you look.{' '}
          {session.endsAt > now
            ? `The session itself ends ${formatFull(new Date(session.endsAt))}, and with this tab.`
            : 'The session itself has ended: sign in again to go on.'}
        </p>
      </div>
    </Flyout>
  );
}

function minutesLeft(grant: Grant, now: number): number {
  return Math.max(0, Math.floor((grant.expiresAt - now) / 60_000));
}

/** Tokens that can be called back live for a day. */
function inWords(minutes: number): string {
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

function resourceTitle(identifier: string): string {
  const { graph, discovery } = cloud();
  return (
    [graph, discovery].find((resource) => resource?.identifier === identifier)?.title ?? identifier
  );
}
