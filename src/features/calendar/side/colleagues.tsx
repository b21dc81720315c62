import { useQueries } from '@tanstack/react-query';
import { useId, useRef, useState, type SyntheticEvent } from 'react';
import { Breakable, inAddress } from '#ui/breakable.tsx';
import { Button } from '#ui/button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { calendarQueries } from '#features/calendar/calendar-queries.ts';
import type { Range } from '#features/calendar/calendar-api.ts';
import {
  statusInWords,
  withColleague,
  type Colleague,
  type Schedule,
} from '#features/calendar/schedule.ts';
import { clockRange, shortDay, shortWeekday } from '#features/calendar/words.ts';
import { wallTime } from '#lib/zoned-time.ts';
import tones from '#features/calendar/tones.module.css';
import styles from './side-bar.module.css';

const toTheField = handOnTo('input[type=email]');

/** Asks when colleagues are busy in the days in sight; the week shows it along its columns. */
export function Colleagues({
  shown,
  range,
  zone,
  onShown,
}: {
  shown: readonly Colleague[];
  range: Range;
  zone: string;
  onShown: (shown: readonly Colleague[]) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const add = (event: SyntheticEvent) => {
    event.preventDefault();
    const address = text.trim().toLowerCase();
    if (address) onShown(withColleague(shown, address));
    setText('');
    // On a phone the answer comes below what is in sight.
    requestAnimationFrame(() =>
      list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const answers = useQueries({
    queries: shown.map(({ address }) => calendarQueries.schedule(address, range)),
  });
  return (
    <div className={styles.group}>
      <form onSubmit={add} className={styles.ask}>
        <label htmlFor={id}>When is a colleague busy?</label>
        <span>
          <input
            id={id}
            type="email"
            required
            autoComplete="off"
            placeholder="Mail address"
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Button type="submit" icon="search" label="Ask" />
        </span>
      </form>
      <ul ref={list} className={styles.colleagues}>
        {shown.map(({ address, tone }, at) => (
          <li key={address} ref={toTheField}>
            <span className={`${styles.colleague} ${tones.tone}`} data-tone={tone}>
              <bdi>
                <Breakable at={inAddress}>{address}</Breakable>
              </bdi>
              <Button
                kind="quiet"
                icon="dismiss"
                label={`Remove ${address}`}
                onClick={() => onShown(shown.filter((each) => each.address !== address))}
              />
            </span>
            <Answer
              schedule={answers[at]?.data}
              error={answers[at]?.error}
              onRetry={() => void answers[at]?.refetch()}
              range={range}
              zone={zone}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Answer({
  schedule,
  error,
  onRetry,
  range: { from, to },
  zone,
}: {
  schedule: Schedule | undefined;
  error: Error | null | undefined;
  onRetry: () => void;
  range: Range;
  zone: string;
}) {
  if (error) return <FailureNotice error={error} onRetry={onRetry} />;
  if (!schedule) return <p className={styles.note}>Asking …</p>;
  if (schedule.problem) return <p className={styles.note}>{schedule.problem}</p>;
  const inSight = schedule.busy.filter((each) => {
    const { day } = wallTime(each.start, zone);
    return from <= day && day <= to;
  });
  if (inSight.length === 0) return <output className={styles.note}>Free all the time</output>;
  return (
    <details className={styles.busyList}>
      <summary>{`${inSight.length} ${inSight.length === 1 ? 'time' : 'times'} not free`}</summary>
      <ul>
        {inSight.map((each) => {
          const { day } = wallTime(each.start, zone);
          return (
            <li key={each.start}>
              {`${shortWeekday(day)} ${shortDay(day)}, ${clockRange(each.start, each.end, zone)}: `}
              {[statusInWords(each.status), each.title].filter(Boolean).join(', ')}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
