import { useMutation, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { downloads } from '#api/download.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { NextPage } from '#shell/next-page.tsx';
import { savedName } from '#shell/file-preview/file-name.ts';
import { Notice } from '#ui/notice.tsx';
import type { FileItem } from '#features/files/drive-item.ts';
import { downloadAddress } from '#features/files/files-api.ts';
import { filesQueries } from '#features/files/files-queries.ts';
import { ItemDetails } from '#features/files/item/item-details.tsx';
import { ItemPreview } from '#features/files/item/item-preview.tsx';
import { childTowards, sortAfter, sortOf, type Place } from '#features/files/place.ts';
import { FileGrid } from './file-grid.tsx';
import { FileTable } from './file-table.tsx';
import { FolderHead } from './folder-head.tsx';
import { focusItem } from './move-focus.ts';
import styles from './folder-view.module.css';

/** What can be done with a file of the list. */
export interface ItemWays {
  readonly open: (item: FileItem) => void;
  readonly save: (item: FileItem) => void;
  readonly tell: (item: FileItem) => void;
}

export function FolderView({
  place,
  from,
}: {
  place: Place;
  /** Where one comes from, if it was another folder. */
  from: Place | undefined;
}) {
  const [params, setParams] = useSearchParams();
  const [looked, setLooked] = useState<FileItem>();
  const [told, setTold] = useState<FileItem>();
  const sort = sortOf(params);
  const isGrid = params.get('view') === 'grid';
  const pages = useSuspenseInfiniteQuery(filesQueries.folder(place, sort));
  const items = pages.data.pages.flatMap((page) => page.items);
  const download = useMutation({
    mutationFn: async (item: FileItem) => {
      const url = await downloadAddress(place, item.id);
      await (await downloads()).save(url, savedName(item.givenName));
    },
  });
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    next.set(name, value);
    setParams(next, { replace: true });
  };
  const ways: ItemWays = {
    open: (item) => (item.preview ? setLooked(item) : setTold(item)),
    save: (item) => download.mutate(item),
    tell: setTold,
  };
  const folder = useRef<HTMLDivElement>(null);
  const arrive = useEffectEvent(() => {
    // The way here went with the folder before, and the focus with it.
    if (from && document.activeElement === document.body)
      focusItem(folder.current, childTowards(place, from));
  });
  useEffect(() => arrive(), []);
  return (
    <div ref={folder} className={styles.folder}>
      <FolderHead
        place={place}
        isGrid={isGrid}
        onView={(view) => change('view', view)}
        sort={sort}
        onSort={(order) => change('sort', order)}
        shown={items.length}
        isAll={!pages.hasNextPage}
      />
      {download.isError && (
        <FailureNotice
          error={download.error}
          onRetry={() => download.variables && download.mutate(download.variables)}
        />
      )}
      {items.length === 0 && (
        <Notice icon="folder" title="This folder is empty">
          <p>What is put here in OneDrive or SharePoint appears the next time you open it.</p>
        </Notice>
      )}
      {items.length > 0 &&
        (isGrid ? (
          <FileGrid {...{ place, items, ways }} by={sort.column} />
        ) : (
          <FileTable
            {...{ place, items, ways, sort }}
            onSort={(column) => change('sort', sortAfter(sort, column))}
          />
        ))}
      <NextPage of={pages} />
      {looked && (
        <ItemPreview
          place={place}
          item={looked}
          onSave={() => download.mutate(looked)}
          onClose={() => setLooked(undefined)}
        />
      )}
      {told && <ItemDetails item={told} onSave={ways.save} onClose={() => setTold(undefined)} />}
    </div>
  );
}
