/** Small pictures of files (Graph thumbnailSet resource). */
import { answer, collection, metadata } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { itemNotFound, type Place } from './address.ts';
import { thumbnailsOf } from './drive-item.ts';
import type { SimulatedDrive } from './drives.ts';

export function thumbnails(
  context: TenantContext,
  drive: SimulatedDrive,
  { node, action }: Place,
  list: string,
): Response {
  const sets = thumbnailsOf(context, drive, node);
  const [, id, size] = action.split('/');
  if (id === undefined) return answer(collection(context, `${list}/thumbnails`, sets));
  const set = sets.find((each) => each['id'] === id);
  const found = size === undefined ? set : set?.[size];
  if (!found) throw itemNotFound();
  return answer({ '@odata.context': metadata(context, `${list}/thumbnails/$entity`), ...found });
}
