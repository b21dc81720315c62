import { useCallback } from 'react';
import { initials, tint } from './initials.ts';
import styles from './avatar.module.css';

const tints = ['token', 'warn', 'net', 'ok', 'danger'] as const;

/** Decoration beside a written name: initials on one of five tints, or a photo once there is one. */
export function Avatar({
  name,
  address = name,
  photo,
  size = 32,
}: {
  name: string;
  /** Decides the tint, so that one person looks the same everywhere. */
  address?: string | undefined;
  photo?: Blob | null | undefined;
  size?: 28 | 32 | 40 | 72 | 120;
}) {
  return (
    <span
      className={styles.avatar}
      data-tint={tints[tint(address, tints.length)]}
      data-size={size}
      aria-hidden
    >
      {photo ? <Photo blob={photo} size={size} /> : initials(name)}
    </span>
  );
}

function Photo({ blob, size }: { blob: Blob; size: number }) {
  // The address lives exactly as long as the element, so that the bytes are given back.
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(blob);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
  return <img ref={show} alt="" width={size} height={size} />;
}
