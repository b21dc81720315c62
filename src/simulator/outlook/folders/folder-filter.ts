/** `$filter` on folders: by name and by count. */
import { parseFilter, pathsOf, type Filter } from '#simulator/graph/odata-filter.ts';
import { notUnderstood } from '#simulator/outlook/messages/message-filter.ts';

const filterable = [
  'displayName',
  'unreadItemCount',
  'totalItemCount',
  'childFolderCount',
  'isHidden',
];

export function readFolderFilter(text: string | undefined): Filter | undefined {
  if (text === undefined) return undefined;
  const filter = parseFilter(text);
  if (pathsOf(filter).every((path) => filterable.includes(path))) return filter;
  throw notUnderstood();
}
