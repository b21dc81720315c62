import type { Session } from '#auth/session.ts';
import { cloud } from '#config/settings.ts';
import { Chip } from '#ui/chip.tsx';
import { minutesLeft, timeInWords } from '#shell/session/time-left.ts';
import { useNow } from '#shell/use-now.ts';
import styles from '#shell/frame/frame.module.css';
import { SessionPanel } from './lazy-panels.tsx';
import { Flyout } from './flyout.tsx';

/** How long the tokens in memory still hold. They are renewed by themselves; the end of the session is not. */
export function SessionFlyout({ session }: { session: Extract<Session, { kind: 'signed-in' }> }) {
  const now = useNow(20_000);
  const { graph } = cloud();
  const main = session.grants.find((grant) => grant.resource === graph.identifier);
  const minutes = main && minutesLeft(main, now);
  const without = session.endsAt > now ? 'asleep' : 'ended';
  return (
    <Flyout
      label="Access tokens"
      opener={
        <Chip tone={minutes ? 'ok' : 'neutral'} icon="shield">
          <span className={styles.wide}>Token </span>
          {minutes ? timeInWords(minutes) : without}
        </Chip>
      }
    >
      <SessionPanel session={session} now={now} />
    </Flyout>
  );
}
