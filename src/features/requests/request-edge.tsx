import { useCommands } from '#shell/keyboard/use-commands.ts';
import { preference } from '#shell/preference.ts';
import { Splitter } from '#ui/splitter.tsx';
import styles from './requests-screen.module.css';

const usual = 480;
const min = 360;
const max = 1000;

/** Pixels, as text; empty for the usual width. */
export const requestWidth = preference('request-width', '', (text): text is string =>
  /^\d{3,4}$/.test(text),
);

/** The edge between the request and its answer, by drag, by keys, and by words (WCAG 2.2, 2.5.7). */
export function RequestEdge({ width: chosen }: { width: string }) {
  const width = Number(chosen) || usual;
  const choose = (next: number) => requestWidth.choose(next === usual ? '' : String(next));
  useCommands([
    {
      id: 'requests.widen-request',
      words: 'Widen the request',
      group: 'Requests',
      icon: 'maximize',
      run: () => choose(Math.min(width + 80, max)),
    },
    {
      id: 'requests.widen-answer',
      words: 'Widen the answer',
      group: 'Requests',
      icon: 'panel',
      run: () => choose(Math.max(width - 80, min)),
    },
  ]);
  return (
    <Splitter
      label="Width of the request"
      className={styles.edge}
      {...{ width, usual, min, max }}
      onWidth={choose}
    />
  );
}
