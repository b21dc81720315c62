import { useEffect, useState, useSyncExternalStore } from 'react';
import { formatCount } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { forgetIntention } from '#shell/place/intention-store.ts';
import { report, undoTime, type Report } from './reports.ts';
import { useIntention } from './use-intention.ts';
import styles from './acting.module.css';

/** What was just done, for as long as it can be taken back; what was refused, until it is read. */
export function ActingReport() {
  const current = useSyncExternalStore(report.subscribe, report.get);
  const [held, setHeld] = useState(false);
  useEffect(() => () => report.set(undefined), []);
  useIntention();
  useEffect(() => {
    // Whoever is about to press the button is given the time.
    if (!current || current.error || current.progress || held) return;
    const timer = setTimeout(() => report.set(undefined), undoTime);
    return () => clearTimeout(timer);
  }, [current, held]);
  const dismiss = () => {
    forgetIntention();
    report.set(undefined);
  };
  return (
    <div
      className={styles.reports}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <output className={styles.words}>
        {current && !current.error && <Done report={current} />}
      </output>
      {current?.error && (
        <div className={styles.refused}>
          <p>{current.words}</p>
          <FailureNotice
            error={current.error}
            onRetry={() => {
              report.set(undefined);
              current.again?.();
            }}
          />
          <Button kind="quiet" icon="dismiss" label="Close" onClick={dismiss} />
        </div>
      )}
    </div>
  );
}

function Done({ report: { words, undo, progress } }: { report: Report }) {
  return (
    <span className={styles.done}>
      {progress
        ? `${words}: ${formatCount(progress.done)} of ${formatCount(progress.total)}`
        : words}
      {progress && <Button onClick={progress.stop}>Stop</Button>}
      {undo && (
        <Button icon="undo" aria-keyshortcuts="Z" onClick={undo}>
          Undo
        </Button>
      )}
    </span>
  );
}
