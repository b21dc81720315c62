import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { textOfAnswer } from './answer-kind.ts';
import type { Answer } from './send-request.ts';
import styles from './answer-view.module.css';

const lineHeight = 20;
/** Characters: a line of fifty megabytes is no line for a browser. */
const longestLine = 2000;
/** Bytes that are turned into text at a time. */
const shownBytes = 1_000_000;

/** The text as it came, JSON laid out; only the lines in view are in the document. */
export function RawText({ answer }: { answer: Answer }) {
  const scroller = useRef<HTMLPreElement>(null);
  const isCut = answer.body.byteLength > shownBytes;
  const lines = useMemo(() => {
    const body = isCut ? answer.body.subarray(0, shownBytes) : answer.body;
    return textOfAnswer({ ...answer, body: body as Answer['body'] })
      .split('\n')
      .flatMap((line) => piecesOf(line));
  }, [answer, isCut]);
  // oxlint-disable-next-line react/incompatible-library -- a warning for the React Compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  if (answer.body.byteLength === 0) return <p className={styles.note}>The answer has no body.</p>;
  return (
    <>
      {isCut && <p className={styles.note}>The first megabyte of it; the tree shows all.</p>}
      <pre
        ref={scroller}
        // Scrolled with the keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="The text of the answer"
        className={styles.raw}
      >
        <div className={styles.lines} style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              {lines[index]}
            </div>
          ))}
        </div>
      </pre>
    </>
  );
}

function piecesOf(line: string): string[] {
  if (line.length <= longestLine) return [line];
  const pieces: string[] = [];
  for (let at = 0; at < line.length; at += longestLine)
    pieces.push(line.slice(at, at + longestLine));
  return pieces;
}
