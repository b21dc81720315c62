/**
 * What a person had unfolded, and by which link they went on to another screen: with the browser's Back it is so again. It
 * is kept by entry of the history, for as long as the document lives; a reload is `shell/place`'s.
 */
import { useEffect, useState, type RefObject } from 'react';
import { useLocation } from 'react-router';

const unfolded = new Set<string>();
const leftBy = new Map<string, string>();

export function useUnfolded(row: string): [boolean, (isOpen: boolean) => void] {
  const { key } = useLocation();
  const place = `${key} ${row}`;
  const [isOpen, setOpen] = useState(unfolded.has(place));
  return [
    isOpen,
    (wanted) => {
      if (wanted) unfolded.add(place);
      else unfolded.delete(place);
      setOpen(wanted);
    },
  ];
}

/** @returns what a link does that leads away; back, the link has the focus again unless the person was quicker */
export function useWayBack(link: RefObject<HTMLElement | null>, name: string): () => void {
  const { key } = useLocation();
  useEffect(() => {
    if (leftBy.get(key) !== name) return;
    leftBy.delete(key);
    const { activeElement } = document;
    // The heading has it since the screen stands.
    if (activeElement === document.body || activeElement?.localName === 'h1') link.current?.focus();
  }, [key, link, name]);
  return () => void leftBy.set(key, name);
}
