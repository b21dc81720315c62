import { useEffect, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { saveFile } from '#ui/save-file.ts';
import type { Answer } from './send-request.ts';
import styles from './answer-view.module.css';

/** A picture, or bytes to keep. */
export function FileAnswer({ answer }: { answer: Answer }) {
  const type = answer.headers['content-type'] ?? '';
  // Drawings may hold scripts and links; only pictures made of points are shown.
  const isPicture = /^image\/(?:png|jpe?g|gif|webp|bmp|avif)/i.test(type);
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (!picture.current) return;
    const made = URL.createObjectURL(new Blob([answer.body], { type }));
    picture.current.src = made;
    return () => URL.revokeObjectURL(made);
  }, [answer, isPicture, type]);
  const name = URL.parse(answer.request.url)
    ?.pathname.split('/')
    .findLast((part) => part && !part.startsWith('$'));
  return (
    <div className={styles.file}>
      {isPicture && <img ref={picture} alt="What the service answered" />}
      <p>{type || 'No type was named'}</p>
      <Button icon="download" onClick={() => saveFile(new Blob([answer.body]), name ?? 'answer')}>
        Keep the file
      </Button>
    </div>
  );
}
