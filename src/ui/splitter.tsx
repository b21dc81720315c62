import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './splitter.module.css';

const step = 16;

/**
 * The edge between two panes, to be moved (ARIA window splitter): dragged, by arrows, to its ends by Home and End, and by
 * Enter or a double press back to where it usually is.
 */
export function Splitter({
  label,
  width,
  usual,
  min,
  max,
  className,
  onWidth,
}: {
  label: string;
  /** Pixels of the pane before it. */
  width: number;
  usual: number;
  min: number;
  max: number;
  className?: string | undefined;
  onWidth: (width: number) => void;
}) {
  const set = (next: number) => onWidth(Math.round(Math.min(Math.max(next, min), max)));

  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: width - step,
      ArrowRight: width + step,
      Home: min,
      End: max,
      Enter: usual,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const { currentTarget: edge, clientX: from } = event;
    edge.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => set(width + clientX - from);
    edge.addEventListener('pointermove', move);
    edge.addEventListener(
      'lostpointercapture',
      () => edge.removeEventListener('pointermove', move),
      { once: true },
    );
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- a separator that can be moved is a control (ARIA 1.2)
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      className={`${styles.splitter} ${className ?? ''}`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onDoubleClick={() => set(usual)}
    />
  );
}
