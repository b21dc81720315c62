import { useId, useRef, type MouseEvent, type ReactNode, type ToggleEvent } from 'react';
import { Button } from './button.tsx';
import type { IconName } from './icon-name.ts';
import styles from './popover.module.css';

const margin = 8;

/**
 * A button and what opens beside it: the platform's popover, which closes by Escape and by a press elsewhere and gives
 * the focus back. It stands under its button, or above where there is more room, and never outside the window.
 */
export function Popover({
  label,
  icon,
  words,
  className,
  children,
}: {
  /** Names what opens, and the button where that shows only its icon. */
  label: string;
  icon: IconName;
  /** On the button. */
  words?: ReactNode;
  className?: string | undefined;
  /** What is marked `data-closes` closes it when it is pressed, as a link does. */
  children: ReactNode;
}) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const closeAfterPress = (event: MouseEvent) => {
    if ((event.target as Element).closest('a, [data-closes]')) panel.current?.hidePopover();
  };
  const place = ({ newState }: ToggleEvent<HTMLDivElement>) => {
    if (newState === 'open' && opener.current && panel.current) {
      putBeside(panel.current, opener.current);
    }
  };
  return (
    <>
      <Button
        ref={opener}
        kind="quiet"
        icon={icon}
        popoverTarget={id}
        className={className}
        {...(words === undefined ? { label } : { title: label })}
      >
        {words}
      </Button>
      {/* Listens for what its own links do; it is not a control itself. */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={styles.popover}
        onToggle={place}
        onClickCapture={closeAfterPress}
      >
        {children}
      </div>
    </>
  );
}

/** By hand, because anchors in CSS are younger than the browsers that are supported. */
function putBeside(panel: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = from.bottom + 4;
  const fitsBelow = below + height <= innerHeight - margin || from.top < innerHeight / 2;
  const top = fitsBelow ? below : Math.max(margin, from.top - 4 - height);
  const wanted = from.left + width <= innerWidth - margin ? from.left : from.right - width;
  panel.style.insetBlockStart = `${top}px`;
  panel.style.left = `${Math.max(margin, Math.min(wanted, innerWidth - margin - width))}px`;
  panel.style.maxBlockSize = `${innerHeight - margin - top}px`;
}
