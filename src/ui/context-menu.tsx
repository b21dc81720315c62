import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-name.ts';
import styles from './context-menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly words: string;
  readonly icon: IconName;
  /** The key that does the same, as a person reads it. */
  readonly hint?: string | undefined;
  readonly run: () => void;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Between the menu and the edge of the window. Pixels. */
const margin = 8;

/**
 * What can be done with the thing that was pressed, where it was pressed: an ARIA menu. It closes when the focus leaves it,
 * so by a press elsewhere too, and gives the focus back before anything is done. A popover only to lie on top: one that
 * closes by itself would do so when the button that opened it is let go. A finger beside it closes it and presses nothing.
 */
export function ContextMenu({
  label,
  at: { x, y },
  items,
  onClose,
}: {
  label: string;
  at: Spot;
  items: readonly MenuItem[];
  onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    before.current = document.activeElement as HTMLElement | null;
    menu.current?.showPopover();
    keepInside(menu.current);
    itemsOf(menu.current)[0]?.focus();
  }, []);
  const leave = () => {
    if (menu.current?.contains(document.activeElement)) {
      before.current?.focus({ preventScroll: true });
    }
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      return leave();
    }
    const all = itemsOf(menu.current);
    const to = itemFor(event.key, all, all.indexOf(document.activeElement as HTMLElement));
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.menu}
      // Away from the nearer edges, so that all of it is seen.
      style={{
        ...(x > innerWidth / 2 ? { right: innerWidth - x } : { left: x }),
        ...(y > innerHeight / 2 ? { bottom: innerHeight - y } : { top: y }),
      }}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (!menu.current?.contains(relatedTarget)) onClose();
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div aria-hidden className={styles.beside} onClick={leave} />
      {items.map(({ id, words, icon, hint, run }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          onClick={() => {
            leave();
            run();
          }}
        >
          <Icon name={icon} size={16} />
          {words}
          {hint && <kbd aria-hidden>{hint}</kbd>}
        </button>
      ))}
    </div>
  );
}

/** On a phone there may be less room on either side of the press than it is wide. */
function keepInside(menu: HTMLElement | null): void {
  if (!menu) return;
  const { left, right } = menu.getBoundingClientRect();
  const out = Math.max(0, right - (innerWidth - margin)) - Math.max(0, margin - left);
  if (out !== 0) menu.style.translate = `${-out}px`;
}

const itemsOf = (menu: HTMLElement | null) => [
  ...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

/** Round at both ends, and to the next one that begins with a letter (ARIA Authoring Practices, menu). */
function itemFor(key: string, all: readonly HTMLElement[], from: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return all[(from + 1) % all.length];
    case 'ArrowUp':
      return all.at(from <= 0 ? -1 : from - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return [...all.slice(from + 1), ...all].find((item) =>
        item.textContent?.toLowerCase().startsWith(key.toLowerCase()),
      );
  }
}
