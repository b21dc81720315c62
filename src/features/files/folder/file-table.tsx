import type { KeyboardEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Breakable } from '#ui/breakable.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { sizeInWords, type FileItem } from '#features/files/drive-item.ts';
import type { Column, Place, Sort } from '#features/files/place.ts';
import type { ItemWays } from './folder-view.tsx';
import { folderAddress } from './folder-head.tsx';
import { moveFocus } from './move-focus.ts';
import styles from './file-table.module.css';

const heads: readonly (readonly [Column, string])[] = [
  ['name', 'Name'],
  ['lastModifiedDateTime', 'Modified'],
  ['size', 'Size'],
];

export function FileTable({
  place,
  items,
  ways,
  sort,
  onSort,
}: {
  place: Place;
  items: readonly FileItem[];
  ways: ItemWays;
  sort: Sort;
  onSort: (column: Column) => void;
}) {
  const order = sort.isDescending ? 'descending' : 'ascending';
  return (
    <table className={styles.table} data-sorted={sort.column}>
      <thead>
        <tr>
          {heads.map(([column, words]) => (
            <th
              key={column}
              scope="col"
              data-column={column}
              aria-sort={sort.column === column ? order : 'none'}
            >
              <button type="button" onClick={() => onSort(column)}>
                {words}
                {sort.column === column && <Icon name="sort-down" size={16} />}
              </button>
            </th>
          ))}
          <th scope="col" data-column="by">
            Modified by
          </th>
          <th scope="col" data-column="ways">
            <VisuallyHidden>Details and download</VisuallyHidden>
          </th>
        </tr>
      </thead>
      {/* The arrows go from row to row; every row has its own stop for whoever uses Tab. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <tbody onKeyDown={(event: KeyboardEvent<HTMLElement>) => moveFocus(event, 1)}>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <ItemName place={place} item={item} ways={ways} />
            </th>
            <td data-column="lastModifiedDateTime">
              {item.modifiedAt && <RelativeDate date={item.modifiedAt} />}
            </td>
            <td data-column="size">{sizeInWords(item)}</td>
            <td data-column="by" title={item.modifiedBy}>
              {item.modifiedBy}
            </td>
            <td data-column="ways">
              <span className={styles.ways}>
                <Button
                  kind="quiet"
                  icon="info"
                  label={`Details of ${item.name}`}
                  onClick={() => ways.tell(item)}
                />
                {item.isFile && (
                  <Button
                    kind="quiet"
                    icon="download"
                    label={`Download ${item.name}`}
                    onClick={() => ways.save(item)}
                  />
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A folder is a place to go to; a file is looked at where it lies, by a press, Enter or Space. */
export function ItemName({
  place,
  item,
  ways,
}: {
  place: Place;
  item: FileItem;
  ways: Pick<ItemWays, 'open'>;
}) {
  const [params] = useSearchParams();
  const words = (
    <>
      <Icon name={item.icon} />
      <span dir="auto">
        <Breakable at={/(?<=_)/}>{item.name}</Breakable>
      </span>
    </>
  );
  return item.isFolder ? (
    <Link
      data-item={item.givenName}
      className={styles.name}
      title={item.name}
      to={folderAddress(place.drive, [...place.folders, item.givenName], params)}
    >
      {words}
    </Link>
  ) : (
    <button
      type="button"
      data-item={item.givenName}
      className={styles.name}
      title={item.name}
      onClick={() => ways.open(item)}
    >
      {words}
    </button>
  );
}
