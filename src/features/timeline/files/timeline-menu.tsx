import { useId, useRef, useState } from 'react';
import { cloud, settings } from '#config/settings.ts';
import type { Exchange } from '#http/exchange.ts';
import { Button } from '#ui/button.tsx';
import { Popover } from '#ui/popover.tsx';
import { saveFile } from '#ui/save-file.ts';
import { openTimelineFile, type ScenarioWishes } from './open-timeline-file.ts';
import { failureLog, markdownReport } from './reports.ts';
import { ScenarioQuestion } from './scenario-question.tsx';
import { scenarioText } from './scenario.ts';
import { tenantState } from '#shell/tenant-state.ts';
import { toHar } from './har.ts';
import styles from './timeline-menu.module.css';

function saveText(name: string, text: string): void {
  saveFile(new Blob([text]), name);
}

/** Takes the timeline out of the tab, and another one in. */
export function TimelineMenu({
  exchanges,
  all,
}: {
  /** What is shown now. */
  exchanges: readonly Exchange[];
  all: readonly Exchange[];
}) {
  const [problem, setProblem] = useState<string>();
  const [wishes, setWishes] = useState<ScenarioWishes>();
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const stamp = () => new Date().toISOString().slice(0, 16).replaceAll(':', '-');
  const open = async (chosen: File | undefined) => {
    if (!chosen) return;
    setProblem(undefined);
    try {
      setWishes(await openTimelineFile(chosen));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      {wishes && <ScenarioQuestion wishes={wishes} onDone={() => setWishes(undefined)} />}
      <Popover label="Export and import" icon="download" words="Files">
        <div className={styles.menu}>
          <p>Nothing secret has been recorded, so none is in these files.</p>
          <Button
            icon="download"
            onClick={() =>
              saveText(`timeline-${stamp()}.har`, JSON.stringify(toHar(exchanges), null, 2))
            }
          >
            HTTP archive (HAR)
          </Button>
          <Button
            icon="markdown"
            onClick={() =>
              saveText(`timeline-${stamp()}.md`, markdownReport(exchanges, cloud().title))
            }
          >
            Report (Markdown)
          </Button>
          <Button
            icon="bug"
            onClick={() => saveText(`failures-${stamp()}.txt`, failureLog(all, cloud().title))}
          >
            Failure log for support
          </Button>
          <Button
            icon="beaker"
            onClick={() =>
              void tenantState()
                .read()
                .then((tenant) =>
                  saveText(`scenario-${stamp()}.json`, scenarioText(settings(), all, tenant)),
                )
            }
          >
            Scenario (settings, timeline, tenant)
          </Button>
          <hr />
          <Button icon="upload" aria-describedby={id} onClick={() => file.current?.click()}>
            Open a HAR or a scenario
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".har,.json,application/json"
            aria-label="HAR or scenario file"
            onChange={(event) => {
              void open(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <p id={id} role="status" className={styles.problem}>
            {problem}
          </p>
        </div>
      </Popover>
    </>
  );
}
