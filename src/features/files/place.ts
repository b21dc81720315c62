/** Where in which drive one is, as it stands in the address: a colleague may be sent there. */

export interface Place {
  /** `mine`, or a drive's id. */
  readonly drive: string;
  /** Names of the folders from the root on. */
  readonly folders: readonly string[];
}

export const columns = ['name', 'lastModifiedDateTime', 'size'] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  readonly column: Column;
  readonly isDescending: boolean;
}

export function placeOf(drive: string | undefined, params: URLSearchParams): Place {
  const folders = (params.get('in') ?? '').split('/').filter((name) => name !== '');
  return { drive: drive ?? 'mine', folders };
}

export function sortOf(params: URLSearchParams): Sort {
  const text = params.get('sort') ?? 'name';
  const column = columns.find((each) => each === text.replace(/^-/, '')) ?? 'name';
  return { column, isDescending: text.startsWith('-') };
}

/** Every order there is, as it stands in the address and in words. */
export const orders: readonly (readonly [order: string, words: string])[] = [
  ['name', 'Name, A to Z'],
  ['-name', 'Name, Z to A'],
  ['-lastModifiedDateTime', 'Newest first'],
  ['lastModifiedDateTime', 'Oldest first'],
  ['-size', 'Largest first'],
  ['size', 'Smallest first'],
];

export function orderOf({ column, isDescending }: Sort): string {
  return `${isDescending ? '-' : ''}${column}`;
}

/** The same column turns round; another begins with what one looks for: first names, newest, largest. */
export function sortAfter(sort: Sort, column: Column): string {
  const isDescending = sort.column === column ? !sort.isDescending : column !== 'name';
  return orderOf({ column, isDescending });
}

/** The address below `/v1.0` of the folder itself. */
export function pathOf({ drive, folders }: Place): string {
  const root = drive === 'mine' ? '/me/drive/root' : `/drives/${encodeURIComponent(drive)}/root`;
  return folders.length === 0 ? root : `${root}:/${folders.map(encodeURIComponent).join('/')}:`;
}

/** Of one item by its id. */
export function itemPath({ drive }: Place, id: string): string {
  const base = drive === 'mine' ? '/me/drive' : `/drives/${encodeURIComponent(drive)}`;
  return `${base}/items/${encodeURIComponent(id)}`;
}

/** The folder here that somebody comes up from, if that is how they come. */
export function childTowards(here: Place, from: Place): string | undefined {
  const isAbove =
    here.drive === from.drive && here.folders.every((name, at) => name === from.folders[at]);
  return isAbove ? from.folders[here.folders.length] : undefined;
}

export interface Crumb {
  readonly words: string;
  readonly folders: readonly string[];
}

export function crumbsOf({ folders }: Place, root: string): readonly Crumb[] {
  return [
    { words: root, folders: [] },
    ...folders.map((words, at) => ({ words, folders: folders.slice(0, at + 1) })),
  ];
}
