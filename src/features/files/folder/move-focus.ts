import type { KeyboardEvent } from 'react';

/** Arrows, Home and End go through what is marked with `data-item` below the element that listens. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, columns: number): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]')];
  const at = items.findIndex((item) => item === document.activeElement);
  if (at < 0) return;
  const to = {
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    ArrowRight: columns > 1 ? at + 1 : undefined,
    ArrowLeft: columns > 1 ? at - 1 : undefined,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[Math.min(Math.max(to, 0), items.length - 1)]?.focus();
}

/** The item of that name, or the first; where there is none, the name of the folder itself. */
export function focusItem(folder: HTMLElement | null, name: string | undefined): void {
  const items = [...(folder?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  const here = folder?.querySelector<HTMLElement>('[aria-current="location"]');
  (items.find((item) => item.dataset['item'] === name) ?? items[0] ?? here)?.focus();
}
