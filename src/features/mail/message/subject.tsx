import { useEffect, useId, useRef, useState, type Ref } from 'react';
import { Button } from '#ui/button.tsx';
import styles from './message-head.module.css';

/** What a letter is about: a few lines of it where its writer did not stop, and all of it on request. */
export function Subject({
  heading,
  level,
  words,
}: {
  heading: Ref<HTMLHeadingElement> | undefined;
  level: 1 | 3;
  words: string;
}) {
  const Heading = `h${level}` as const;
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const { box, isLonger } = useLonger();
  return (
    <div>
      <Heading ref={heading} tabIndex={-1} className={styles.subject} dir="auto">
        <span ref={box} id={id} className={styles.words} data-cut={!isWhole || undefined}>
          {words}
        </span>
      </Heading>
      {(isLonger || isWhole) && (
        <Button
          kind="quiet"
          className={styles.whole}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Less of the subject' : 'The whole subject'}
        </Button>
      )}
    </div>
  );
}

/** Whether there is more of it than shows, at the width of the moment. */
function useLonger() {
  const box = useRef<HTMLSpanElement>(null);
  const [isLonger, setLonger] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const sizes = new ResizeObserver(() =>
      setLonger(element.scrollHeight > element.clientHeight + 1),
    );
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  return { box, isLonger };
}
