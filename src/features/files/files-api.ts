/** What the files screens ask of Graph: folders page by page, single files, drives, sites and their libraries. */
import { downloads } from '#api/download.ts';
import { graphPage } from '#api/collection.ts';
import { graphCollection } from '#api/whole-collection.ts';
import { graph } from '#api/request.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import type * as wire from '#contract/files.ts';
import {
  toDriveFacts,
  toItem,
  toLibrary,
  toSite,
  type DriveFacts,
  type FileItem,
  type LibraryItem,
  type SiteItem,
} from './drive-item.ts';
import { itemPath, pathOf, type Place, type Sort } from './place.ts';

export interface FolderPage {
  readonly items: readonly FileItem[];
  readonly next: string | undefined;
}

const members = [
  'id',
  'name',
  'size',
  'file',
  'folder',
  'package',
  'image',
  'webUrl',
  'lastModifiedDateTime',
  'lastModifiedBy',
  'createdDateTime',
  'createdBy',
];

const scopesOf = ({ drive }: Place) =>
  drive === 'mine' ? serviceScopes.files : serviceScopes.sites;

/** @throws {ApiError | AuthError} */
export async function listFolder(
  place: Place,
  sort: Sort,
  next: string | undefined,
  signal: AbortSignal,
): Promise<FolderPage> {
  const first = {
    path: `${pathOf(place)}/children`,
    query: {
      $top: 100,
      $orderby: `${sort.column}${sort.isDescending ? ' desc' : ''}`,
      $select: members.join(','),
      $expand: 'thumbnails',
    },
  };
  const page = await graphPage<wire.DriveItem>({
    ...(next === undefined ? first : { path: next }),
    scopes: scopesOf(place),
    signal,
  });
  return { items: page.items.map(toItem), next: page.next };
}

/**
 * Where a file can be fetched without a token, now: such an address ends after an hour.
 * @throws {ApiError | AuthError}
 */
export async function downloadAddress(place: Place, id: string, signal?: AbortSignal) {
  const item = await graph<wire.DriveItem>({
    path: itemPath(place, id),
    scopes: scopesOf(place),
    signal,
  });
  const url = item['@microsoft.graph.downloadUrl'];
  if (url === undefined) throw new Error('The service gives no address to download this from.');
  return url;
}

/** @throws {ApiError | AuthError | NetworkError} */
export async function readFile(place: Place, id: string, signal: AbortSignal): Promise<Blob> {
  const url = await downloadAddress(place, id, signal);
  return (await downloads()).read(url, signal);
}

/** A smaller picture, by the address that came with the list. @throws {NetworkError} */
export async function readThumbnail(url: string, signal: AbortSignal): Promise<Blob> {
  return (await downloads()).read(url, signal);
}

/** @throws {ApiError | AuthError} */
export async function readDrive(drive: string, signal: AbortSignal): Promise<DriveFacts> {
  const found = await graph<wire.Library>({
    path: drive === 'mine' ? '/me/drive' : `/drives/${encodeURIComponent(drive)}`,
    query: { $select: 'id,name,webUrl,quota' },
    scopes: drive === 'mine' ? serviceScopes.files : serviceScopes.sites,
    signal,
  });
  return toDriveFacts(found, drive === 'mine');
}

/** The root site first; without words every site that the search shows. @throws {ApiError | AuthError} */
export async function listSites(search: string, signal: AbortSignal): Promise<SiteItem[]> {
  const sites = await graphCollection<wire.Site>({
    path: '/sites',
    query: { search: search.trim() || '*' },
    scopes: serviceScopes.sites,
    signal,
  });
  return sites.map(toSite);
}

/** @param site `root`, or an id. @throws {ApiError | AuthError} */
export async function readSite(site: string, signal: AbortSignal): Promise<SiteItem> {
  const path = `/sites/${encodeURIComponent(site)}`;
  return toSite(await graph<wire.Site>({ path, scopes: serviceScopes.sites, signal }));
}

/** @throws {ApiError | AuthError} */
export async function listLibraries(site: string, signal: AbortSignal): Promise<LibraryItem[]> {
  const drives = await graphCollection<wire.Library>({
    path: `/sites/${encodeURIComponent(site)}/drives`,
    scopes: serviceScopes.sites,
    signal,
  });
  return drives.map(toLibrary);
}
