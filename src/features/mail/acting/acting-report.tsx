import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { formatCount } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { forgetIntention } from '#shell/place/intention-store.ts';
import { refusal, refusalInWords, report, undoTime, type Refusal, type Report } from './reports.ts';
import { spoken } from './spoken.ts';
import { useIntention } from './use-intention.ts';
import styles from './acting.module.css';

/** Milliseconds. */
const tellEvery = 10_000;

/** What was just done, for as long as it can be taken back; what was refused, until it is read. */
export function ActingReport() {
  const done = useSyncExternalStore(report.subscribe, report.get);
  const refused = useSyncExternalStore(refusal.subscribe, refusal.get);
  // For which of them somebody holds it: the next one goes by itself again.
  const [held, setHeld] = useState<Report>();
  useEffect(
    () => () => {
      report.set(undefined);
      refusal.set(undefined);
    },
    [],
  );
  useIntention();
  useEffect(() => {
    // Whoever is about to press the button is given the time.
    if (!done || done.progress || held === done) return;
    const timer = setTimeout(() => report.set(undefined), undoTime);
    return () => clearTimeout(timer);
  }, [done, held]);
  return (
    // Who is in it holds what it says; it is not a control itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.reports}
      // What appears in it is said; it is there before anything does.
      role="status"
      aria-atomic={false}
      onPointerEnter={() => setHeld(done)}
      onPointerLeave={() => setHeld(undefined)}
      onFocus={() => setHeld(done)}
      onBlur={() => setHeld(undefined)}
    >
      <Spoken />
      {done && <Done report={done} />}
      {refused && <Refused refusal={refused} />}
    </div>
  );
}

function Spoken() {
  const { words, nth } = useSyncExternalStore(spoken.subscribe, spoken.get);
  return <VisuallyHidden key={nth}>{words}</VisuallyHidden>;
}

function Done({ report: { words, undo, progress } }: { report: Report }) {
  return (
    <span ref={handOnToHeadingOrList} className={styles.done}>
      <span>
        {words}
        {progress && <Progress {...progress} />}
      </span>
      {progress && <Button onClick={progress.stop}>Stop</Button>}
      {undo && (
        <Button icon="undo" aria-keyshortcuts="Z" onClick={undo}>
          Undo
        </Button>
      )}
    </span>
  );
}

/** It changes many times in a second: eyes follow it, and ears are told now and then. */
function Progress({ done, total }: { done: number; total: number }) {
  const words = `${formatCount(done)} of ${formatCount(total)}`;
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
  }, [words]);
  const [told, tell] = useState('');
  useEffect(() => {
    const timer = setInterval(() => tell(latest.current), tellEvery);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <span aria-hidden>: {words}</span>
      <VisuallyHidden>{told}</VisuallyHidden>
    </>
  );
}

function Refused({ refusal: refused }: { refusal: Refusal }) {
  return (
    <div ref={handOnToHeadingOrList} className={styles.refused}>
      <p>{refusalInWords(refused)}</p>
      <FailureNotice
        byHand
        error={refused.error}
        onRetry={() => {
          refusal.set(undefined);
          refused.again?.();
        }}
      />
      <Button
        kind="quiet"
        icon="dismiss"
        label="Close"
        onClick={() => {
          forgetIntention();
          refusal.set(undefined);
        }}
      />
    </div>
  );
}
