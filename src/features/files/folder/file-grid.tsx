import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '#ui/icon.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { sizeInWords, type FileItem } from '#features/files/drive-item.ts';
import { filesQueries } from '#features/files/files-queries.ts';
import type { Column, Place } from '#features/files/place.ts';
import type { ItemWays } from './folder-view.tsx';
import { ItemName } from './file-table.tsx';
import { moveFocus } from './move-focus.ts';
import styles from './file-grid.module.css';

export function FileGrid({
  place,
  items,
  ways,
  by,
}: {
  place: Place;
  items: readonly FileItem[];
  ways: ItemWays;
  /** What makes the order: a name stands there anyway, anything else is said with it. */
  by: Column;
}) {
  const list = useRef<HTMLUListElement>(null);
  const columnCount = () =>
    list.current ? getComputedStyle(list.current).gridTemplateColumns.split(' ').length : 1;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows go from tile to tile
    <ul
      ref={list}
      className={styles.grid}
      aria-label="Files"
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => moveFocus(event, columnCount())}
    >
      {items.map((item) => (
        <li key={item.id} className={styles.tile}>
          <Thumbnail item={item} />
          <ItemName place={place} item={item} ways={ways} />
          {by !== 'name' && (
            <span className={styles.beneath}>
              {by === 'size'
                ? sizeInWords(item)
                : item.modifiedAt && <RelativeDate date={item.modifiedAt} />}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A small picture where there is one, once it comes into sight. */
function Thumbnail({ item: { id, thumbnail, icon } }: { item: FileItem }) {
  const [isSeen, setSeen] = useState(false);
  const watch = useCallback((element: HTMLDivElement) => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { data } = useQuery({
    ...filesQueries.thumbnail(id, thumbnail ?? ''),
    enabled: isSeen && thumbnail !== undefined,
  });
  return (
    <div ref={watch} className={styles.picture}>
      {data ? <Picture blob={data} /> : <Icon name={icon} />}
    </div>
  );
}

function Picture({ blob }: { blob: Blob }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(blob);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
  return <img ref={show} alt="" />;
}
