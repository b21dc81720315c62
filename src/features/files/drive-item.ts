/** Files and folders as they travel, and as the screens show them. */
import type * as wire from '#contract/files.ts';
import { formatBytes, formatCount } from '#lib/format-number.ts';
import { shownName } from '#shell/file-preview/file-name.ts';
import { previewOfFile, type Preview } from '#shell/file-preview/preview-kind.ts';
import type { IconName } from '#ui/icon-name.ts';

export interface FileItem {
  readonly id: string;
  readonly name: string;
  /** As the service spells it: part of addresses. */
  readonly givenName: string;
  readonly isFolder: boolean;
  /** Neither a folder nor a notebook, which the service gives to nobody as one file. */
  readonly isFile: boolean;
  /** How many there are in a folder, where it was said. */
  readonly children: number | undefined;
  readonly size: number;
  readonly type: string;
  readonly icon: IconName;
  readonly preview: Preview | undefined;
  readonly modifiedAt: Date | undefined;
  readonly modifiedBy: string;
  /** Address of a small picture; like the file's own it is its own proof. */
  readonly thumbnail: string | undefined;
  readonly webUrl: string | undefined;
  readonly createdAt: Date | undefined;
  readonly createdBy: string;
  readonly hash: string | undefined;
  readonly pixels: string | undefined;
}

export function toItem(item: wire.DriveItem): FileItem {
  const givenName = item.name ?? '';
  const name = shownName(givenName);
  // A notebook is a package: a folder inside, and one thing for a person.
  const isFolder = item.folder !== undefined;
  const type = item.file?.mimeType ?? '';
  const size = item.size ?? 0;
  const { width, height } = item.image ?? {};
  return {
    id: item.id,
    name,
    givenName,
    isFolder,
    isFile: item.file !== undefined,
    children: item.folder?.childCount,
    size,
    type,
    icon: isFolder ? 'folder' : iconOf(type, name, item.package !== undefined),
    preview: item.file ? previewOfFile({ type, name, size }) : undefined,
    modifiedAt: dateOf(item.lastModifiedDateTime),
    modifiedBy: nameOf(item.lastModifiedBy),
    thumbnail: item.thumbnails?.[0]?.medium?.url,
    webUrl: item.webUrl,
    createdAt: dateOf(item.createdDateTime),
    createdBy: nameOf(item.createdBy),
    hash: item.file?.hashes?.quickXorHash,
    pixels: width && height ? `${width} × ${height}` : undefined,
  };
}

const dateOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text));

const nameOf = (identity: wire.IdentitySet | undefined) =>
  identity?.user?.displayName ?? identity?.application?.displayName ?? '';

/** A folder is sorted by the bytes of all that lies in it, so these are said beside what it holds. */
export function sizeInWords({ isFolder, children, size }: FileItem): string {
  if (!isFolder) return formatBytes(size);
  const bytes = size > 0 && formatBytes(size);
  return [bytes, holdingInWords(children)].filter(Boolean).join(', ');
}

/** `1 item` */
export function holdingInWords(children: number | undefined): string | undefined {
  if (children === undefined) return undefined;
  return `${formatCount(children)} ${children === 1 ? 'item' : 'items'}`;
}

const icons: readonly (readonly [RegExp, IconName])[] = [
  [/^image\//, 'image'],
  [/^application\/pdf/, 'pdf'],
  [/^video\//, 'video-file'],
  [/^audio\//, 'music'],
  [/zip|compressed/, 'folder-zip'],
  [/sheet|excel|csv/, 'sheet'],
  [/presentation|powerpoint/, 'slides'],
  [/json/, 'json'],
  [/markdown/, 'markdown'],
  [/^text\/plain/, 'text'],
];

function iconOf(type: string, name: string, isPackage: boolean): IconName {
  if (isPackage) return 'note';
  const found = icons.find(([pattern]) => pattern.test(type));
  return found?.[1] ?? (name.toLowerCase().endsWith('.pdf') ? 'pdf' : 'document');
}

export interface SiteItem {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly webUrl: string;
}

export function toSite(site: wire.Site): SiteItem {
  return {
    id: site.id,
    name: site.displayName?.trim() || site.name?.trim() || 'A site without a name',
    description: site.description?.trim() ?? '',
    webUrl: site.webUrl ?? '',
  };
}

export interface LibraryItem {
  readonly id: string;
  readonly name: string;
  readonly webUrl: string | undefined;
}

export function toLibrary({ id, name, webUrl }: wire.Library): LibraryItem {
  return { id, name: name?.trim() || 'Documents', webUrl };
}

export interface DriveFacts {
  readonly name: string;
  readonly used: number | undefined;
  readonly total: number | undefined;
  readonly webUrl: string | undefined;
}

export function toDriveFacts(drive: wire.Library, isMine: boolean): DriveFacts {
  const { name, webUrl } = toLibrary(drive);
  return {
    name: isMine ? 'My files' : name,
    used: drive.quota?.used,
    // Some drives have no limit of their own and say zero.
    total: drive.quota?.total || undefined,
    webUrl,
  };
}

/** An address as people write it: without its scheme, and with its blanks. */
export function addressInWords(url: string): string {
  const words = url.replace(/^https:\/\//, '');
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

/** The site at the top of an organisation's SharePoint: its address has no path. */
export function isRoot({ id, webUrl }: SiteItem): boolean {
  return id === 'root' || URL.parse(webUrl)?.pathname === '/';
}

/** @param isWhole whether the root site belongs to the list although the search has not shown it */
export function rootFirst(found: readonly SiteItem[], isWhole: boolean): readonly SiteItem[] {
  const root: SiteItem = {
    id: 'root',
    name: 'SharePoint',
    description: 'The site at the top of your organisation',
    webUrl: '',
  };
  const all = isWhole && !found.some(isRoot) ? [root, ...found] : found;
  return all.toSorted((one, other) => Number(isRoot(other)) - Number(isRoot(one)));
}
