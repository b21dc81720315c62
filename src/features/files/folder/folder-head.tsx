import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { innerPaths } from '#config/inner-paths.ts';
import { paths } from '#config/paths.ts';
import { formatBytes, formatCount } from '#lib/format-number.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { filesQueries } from '#features/files/files-queries.ts';
import { crumbsOf, orderOf, orders, type Place, type Sort } from '#features/files/place.ts';
import styles from './folder-head.module.css';

/** Where one is, how full the drive is, and how the folder is shown. */
export function FolderHead({
  place,
  isGrid,
  onView,
  sort,
  onSort,
  shown,
  isAll,
}: {
  place: Place;
  isGrid: boolean;
  onView: (view: 'list' | 'grid') => void;
  sort: Sort;
  onSort: (sort: string) => void;
  shown: number;
  isAll: boolean;
}) {
  const [params] = useSearchParams();
  const site = params.get('site');
  // The folder can be read without it.
  const { data: drive } = useQuery(filesQueries.drive(place.drive));
  const root = drive?.name ?? (place.drive === 'mine' ? 'My files' : 'Library');
  const crumbs = crumbsOf(place, root);
  return (
    <div className={styles.head}>
      <nav aria-label="Folders above" className={styles.crumbs}>
        <ol>
          {site !== null && <SiteCrumb site={site} />}
          {crumbs.map(({ words, folders }, at) => (
            <li key={folders.join('/')}>
              {(at > 0 || site !== null) && <Icon name="chevron-right" size={16} />}
              {at === crumbs.length - 1 ? (
                <span aria-current="location" tabIndex={-1} dir="auto">
                  {words}
                </span>
              ) : (
                <Link to={folderAddress(place.drive, folders, params)} dir="auto">
                  {words}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <p className={styles.count}>
        {isAll ? formatCount(shown) : `First ${formatCount(shown)}`}{' '}
        {shown === 1 ? 'item' : 'items'}
      </p>
      {drive?.used !== undefined && drive.total !== undefined && (
        <p className={styles.quota}>
          <meter min={0} max={drive.total} value={drive.used} aria-label="Space used" />
          {formatBytes(drive.used)} of {formatBytes(drive.total)} used
        </p>
      )}
      <label className={styles.sort} data-grid={isGrid || undefined}>
        <VisuallyHidden>Order</VisuallyHidden>
        <select value={orderOf(sort)} onChange={({ currentTarget }) => onSort(currentTarget.value)}>
          {orders.map(([order, words]) => (
            <option key={order} value={order}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <div role="group" aria-label="View" className={styles.views}>
        <Button
          kind="quiet"
          icon="list"
          label="As a list"
          aria-pressed={!isGrid}
          onClick={() => onView('list')}
        />
        <Button
          kind="quiet"
          icon="grid"
          label="As a grid"
          aria-pressed={isGrid}
          onClick={() => onView('grid')}
        />
      </div>
    </div>
  );
}

/** The site that a library was come to from. */
function SiteCrumb({ site }: { site: string }) {
  const { data } = useQuery(filesQueries.site(site));
  return (
    <li>
      <Link to={innerPaths.site(site)} dir="auto">
        {data?.name ?? 'Site'}
      </Link>
    </li>
  );
}

/** Another folder of the same drive, shown and sorted as this one. */
export function folderAddress(
  drive: string,
  folders: readonly string[],
  params: URLSearchParams,
): string {
  const next = new URLSearchParams(params);
  next.delete('in');
  if (folders.length > 0) next.set('in', folders.join('/'));
  const base = drive === 'mine' ? paths.files : innerPaths.drive(drive);
  return next.size > 0 ? `${base}?${next}` : base;
}
