import { useLayoutEffect, useState, type RefObject } from 'react';

/** Pixels of an element, as it is and as it becomes. */
export function useHeight(of: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const { current: element } = of;
    if (!element) return;
    // It speaks at once, before anything is painted.
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return height;
}
