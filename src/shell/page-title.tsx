import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

/**
 * The h1 of a screen and the title of the tab. It takes the focus when the screen was navigated to, so that a screen
 * reader reads where the person is; not on a first load, where the browser starts at the top.
 */
export function PageTitle({
  title,
  tab = title,
  hidden = false,
  isNews = false,
  className,
}: {
  title: string;
  /** What the tab says, when it says more than the heading. */
  tab?: string;
  hidden?: boolean;
  /** It stands where the person meant to be elsewhere: the focus goes on from what happened instead. */
  isNews?: boolean;
  className?: string | undefined;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  // Read once: a later navigation inside the same screen must not take the focus away from a list.
  const [navigatedTo] = useState(key !== 'default');

  useEffect(() => {
    document.title = `${tab} · Grantscope`;
  }, [tab]);

  useEffect(() => {
    if (navigatedTo || isNews) heading.current?.focus({ preventScroll: true });
  }, [navigatedTo, isNews]);

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {hidden ? <VisuallyHidden>{title}</VisuallyHidden> : title}
    </h1>
  );
}
