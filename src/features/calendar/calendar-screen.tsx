import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useSession } from '#shell/session/use-session.ts';
import { Panel } from '#shell/panel.tsx';
import { Waiting } from '#shell/waiting.tsx';
import { usePreference } from '#shell/use-preference.ts';
import { useNow } from '#shell/use-now.ts';
import { PageTitle } from '#shell/page-title.tsx';
import { wallTime } from '#lib/zoned-time.ts';
import { CalendarBoard } from './calendar-board.tsx';
import { calendarQueries } from './calendar-queries.ts';
import { firstWeekday, periodIn } from './period.ts';
import { useMedia } from './use-media.ts';
import { usualView } from './usual-view.ts';
import { useZones } from './use-zones.ts';
import styles from './calendar-screen.module.css';

/** Below this width one pane is shown at a time; the same number stands in calendar-screen.module.css. */
const onePane = '(width < 800px)';

/** The calendar: what the address says of day and view, in the zone that the person lives by. */
export function CalendarScreen() {
  const session = useSession();
  const [params] = useSearchParams();
  const isNarrow = useMedia(onePane);
  const { zone, beside } = useZones();
  const view = usePreference(usualView);
  const today = wallTime(useNow(60_000), zone).day;
  const frame = { columns: isNarrow ? 3 : 7, firstWeekday: firstWeekday(navigator.language) };
  const period = periodIn(params, today, view, frame);
  const me = session.kind === 'signed-in' ? session.account.username : undefined;
  const { data: calendars, error } = useQuery(calendarQueries.calendars(me));
  // Without calendars there is no head that would say where one is.
  const isShut = error !== null && calendars === undefined;
  return (
    <div className={styles.screen} data-shut={isShut || undefined}>
      <PageTitle title="Calendar" hidden={!isShut} className={styles.title} />
      <Panel
        heading="Events"
        headingHidden
        className={styles.panel}
        skeleton={<Waiting of={calendarQueries.calendars(me).queryKey} rows={12} height={52} />}
      >
        <CalendarBoard
          me={me}
          period={period}
          frame={frame}
          today={today}
          zone={zone}
          beside={beside}
          opened={params.get('event') ?? undefined}
          isNarrow={isNarrow}
        />
      </Panel>
    </div>
  );
}
