/** `$filter` on folders: by name and by count. */
import { FilterSyntaxError, parseFilter, pathsOf, type Filter } from '#simulator/odata-filter.ts';
import { badRequest } from '#simulator/graph-query.ts';
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
  try {
    const filter = parseFilter(text);
    if (pathsOf(filter).every((path) => filterable.includes(path))) return filter;
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    throw badRequest(`Invalid filter clause: ${error.message}`);
  }
  throw notUnderstood();
}
