import type { KeyboardEvent } from 'react';

/** Among the events of a day, as far as the keys are concerned: arrows to the next and the last, Escape back to the hour. */
export function walkThroughDay(event: KeyboardEvent<HTMLElement>, isOpen: boolean): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key, currentTarget: columns } = event;
  const target = event.target as HTMLElement;
  if (!target.matches('[data-event]')) return;
  const chips = [
    ...(target.closest('[data-day]')?.querySelectorAll<HTMLElement>('[data-event]') ?? []),
  ];
  const at = chips.indexOf(target);
  const to =
    key === 'ArrowDown' || key === 'ArrowRight'
      ? chips[at + 1]
      : key === 'ArrowUp' || key === 'ArrowLeft'
        ? chips[at - 1]
        : // An event that is open is closed by it first.
          key === 'Escape' && !isOpen
          ? columns.querySelector<HTMLElement>('[data-slot]')
          : undefined;
  if (!to) return;
  event.preventDefault();
  to.focus();
}
