import { useState, type PointerEvent, type ReactNode } from 'react';
import { durationInWords } from './exchange-in-words.ts';
import styles from './waterfall-cursor.module.css';

interface Place {
  readonly left: number;
  /** Milliseconds since the burst began. */
  readonly at: number;
}

/** A line under the pointer with its time, on the scale of the burst that it points at. */
export function WaterfallCursor({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place>();
  return (
    <div
      className={styles.rows}
      onPointerMove={(event) => setPlace(placeOf(event))}
      onPointerLeave={() => setPlace(undefined)}
    >
      {children}
      {place && (
        <span className={styles.cursor} style={{ insetInlineStart: place.left }} aria-hidden>
          <span className={styles.time}>{durationInWords(place.at)}</span>
        </span>
      )}
    </div>
  );
}

function placeOf({ target, clientX, currentTarget }: PointerEvent): Place | undefined {
  const row = target instanceof Element ? target.closest('[role="option"]') : null;
  const track = row?.querySelector<HTMLElement>('[data-span]');
  if (!track) return undefined;
  const { left, right, width } = track.getBoundingClientRect();
  if (clientX < left || clientX > right || width === 0) return undefined;
  return {
    left: clientX - currentTarget.getBoundingClientRect().left,
    at: ((clientX - left) / width) * Number(track.dataset['span']),
  };
}
