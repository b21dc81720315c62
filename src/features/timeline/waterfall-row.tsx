import { createContext, use } from 'react';
import { Icon } from '#ui/icon.tsx';
import {
  causeInWords,
  durationInWords,
  iconOf,
  isFailure,
  sizeInWords,
  statusInWords,
  titleOf,
  toneOf,
} from './exchange-in-words.ts';
import type { Bar } from './timeline-rows.ts';
import styles from './waterfall-row.module.css';

/** Pixels: for a finger (`--control` in the tokens), or for a pointer. */
export const waterfallRowHeight = globalThis.matchMedia?.('(pointer: coarse)').matches ? 44 : 34;

export const waterfallNames = ['title', 'cause', 'status', 'time'];

/** Ids of the messages that led to the chosen one, or that it led to. */
export const Related = createContext<ReadonlySet<string>>(new Set());

/** One message on the scale of its burst. */
export function WaterfallRow({ item, id }: { item: Bar; id: string }) {
  const { exchange, from, width, duration, span, isPinned } = item;
  const isRelated = use(Related).has(exchange.id);
  return (
    <div className={styles.row} data-tone={toneOf(exchange)} data-related={isRelated}>
      <span className={styles.icon}>
        <Icon name={iconOf(exchange)} size={16} />
      </span>
      <span className={styles.title} id={`${id}-title`}>
        {exchange.causedBy !== undefined && (
          <span className={styles.caused} title="Made necessary by another message">
            ↳
          </span>
        )}
        {titleOf(exchange)}
      </span>
      <span className={styles.cause} id={`${id}-cause`}>
        {causeInWords(exchange)}
        {isPinned && <Icon name="pin" size={16} label="pinned" />}
      </span>
      <span className={styles.status} id={`${id}-status`} data-failed={isFailure(exchange)}>
        {statusInWords(exchange)}
      </span>
      <span className={styles.track} data-span={span} aria-hidden>
        <span
          className={styles.bar}
          style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${width * 100}%` }}
        />
      </span>
      <span className={styles.size} aria-hidden>
        {sizeInWords(exchange)}
      </span>
      <span className={styles.time} id={`${id}-time`}>
        {durationInWords(duration)}
      </span>
    </div>
  );
}
