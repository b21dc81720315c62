import { formatFull, formatRelative } from '#lib/format-date.ts';

/** As short as the date allows; the whole of it in the tooltip and for screen readers. */
export function RelativeDate({ date, className }: { date: Date; className?: string | undefined }) {
  const full = formatFull(date);
  return (
    <time dateTime={date.toISOString()} title={full} className={className}>
      {formatRelative(date)}
    </time>
  );
}
