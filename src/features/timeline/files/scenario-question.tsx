import { useState } from 'react';
import { showFile } from '#features/timeline/shown-timeline.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { takeOver, type ScenarioWishes } from './open-timeline-file.ts';
import styles from './timeline-menu.module.css';

/** A scenario brings more than a timeline: what it would change is said before it does. */
export function ScenarioQuestion({
  wishes,
  onDone,
}: {
  wishes: ScenarioWishes;
  onDone: () => void;
}) {
  const [isBusy, setBusy] = useState(false);
  const { opened, registration, tenant } = wishes;
  return (
    <Dialog title="This scenario changes more than the timeline" onClose={onDone}>
      <div className={styles.question}>
        <p>
          <b>{opened.name}</b> holds {opened.exchanges.length} messages, and beside them:
        </p>
        {registration.length > 0 && (
          <>
            <h3>A registration, which holds from the next load of this page on</h3>
            <dl>
              {registration.map(([what, now, then]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    <code>{now}</code> becomes <code>{then}</code>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
        {tenant !== undefined && (
          <>
            <h3>A simulated tenant</h3>
            <p>
              Its people, policies and grants take the place of those of this tab. What was changed
              here is lost.
            </p>
          </>
        )}
        <div className={styles.choices}>
          <Button
            kind="primary"
            isBusy={isBusy}
            onClick={() => {
              setBusy(true);
              void takeOver(wishes).finally(onDone);
            }}
          >
            Take it all over
          </Button>
          <Button
            isBusy={isBusy}
            onClick={() => {
              showFile(opened);
              onDone();
            }}
          >
            Only show its timeline
          </Button>
          <Button kind="quiet" isBusy={isBusy} onClick={onDone}>
            Leave it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
