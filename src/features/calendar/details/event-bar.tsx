import { useMutation } from '@tanstack/react-query';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { saveFile } from '#ui/save-file.ts';
import { calendarFile } from '#features/calendar/export/ics.ts';
import type { EventDetails } from '#features/calendar/events/event-details.ts';
import styles from './event-view.module.css';

/** What can be done with an event, and the way out. */
export function EventBar({
  event,
  onClose,
}: {
  /** As soon as everything is known of it. */
  event: EventDetails | undefined;
  onClose: () => void;
}) {
  const { mutate, isPending, error, data, reset } = useMutation({ mutationFn: saveSeries });
  const series = event?.seriesMasterId ?? (event?.recurrence ? event.id : undefined);
  return (
    <>
      <div className={styles.bar}>
        {event?.joinUrl && (
          <a href={event.joinUrl} target="_blank" rel="noopener noreferrer" className={styles.join}>
            <Icon name="video" size={16} />
            Join
          </a>
        )}
        {event && (
          <Button
            kind="quiet"
            icon="download"
            onClick={() => save(calendarFile([event], new Date()), event)}
          >
            Save as .ics
          </Button>
        )}
        {series !== undefined && (
          <Button
            kind="quiet"
            icon="recurring"
            label={isPending ? 'Reading the series' : 'Save the series as .ics'}
            isBusy={isPending}
            onClick={() => mutate(series)}
          />
        )}
        <Button kind="quiet" icon="dismiss" label="Close the event" onClick={onClose} />
      </div>
      {error && (
        <FailureNotice
          error={error}
          onRetry={() => {
            reset();
            if (series !== undefined) mutate(series);
          }}
        />
      )}
      {data === 'unknown' && (
        <Notice title="This series cannot be saved as one" live="polite">
          <p>
            Its rule or its time zone is none that is known here. Its days can be saved one by one.
          </p>
        </Notice>
      )}
    </>
  );
}

async function saveSeries(id: string): Promise<'saved' | 'unknown'> {
  const [{ readSeries }, { seriesFile }] = await Promise.all([
    import('#features/calendar/export/series-api.ts'),
    import('#features/calendar/export/series-file.ts'),
  ]);
  const series = await readSeries(id, new Date(), new AbortController().signal);
  const file = series && seriesFile(series, new Date());
  if (!series || file === undefined) return 'unknown';
  save(file, series.master);
  return 'saved';
}

function save(file: string, { title }: EventDetails): void {
  const name = title.replaceAll(/[^\p{L}\p{M}\p{N} .,'()-]/gu, '_').slice(0, 80);
  saveFile(new Blob([file]), `${name}.ics`);
}
