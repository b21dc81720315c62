/** Where in a list a day begins: as many messages are newer as Graph counts. */
import { graph } from '#api/request.ts';
import type { Collection, Message } from '#contract/graph.ts';
import { immutableIds } from '#features/mail/mail-api.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import { conditionOf } from '#features/mail/part-query.ts';
import { reading } from '#features/mail/reading.ts';

/** @throws {ApiError | AuthError} */
export async function countNewerThan(source: MailSource, moment: Date): Promise<number> {
  const condition = conditionOf(source);
  const answer = await graph<Collection<Message>>({
    path: `/me/mailFolders/${encodeURIComponent(source.folder)}/messages`,
    query: {
      $filter: `receivedDateTime gt ${moment.toISOString().replace(/\.\d+/, '')}${condition ? ` and ${condition}` : ''}`,
      $select: 'id',
      $top: 1,
      $count: true,
    },
    scopes: reading().scopes,
    headers: immutableIds,
  });
  return answer['@odata.count'] ?? 0;
}
