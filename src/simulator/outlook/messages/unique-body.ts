/** What a message says that the ones before it did not (Graph `uniqueBody`). */
import type { ItemBody } from '#contract/graph.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { messageAt } from './message.ts';
import { bodyAs } from './message-body.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import type { Preferences } from '#simulator/outlook/preferences.ts';

export function uniqueBodyOf(
  mailbox: OpenMailbox,
  place: MessagePlace,
  { bodyType }: Preferences,
): ItemBody {
  const body = messageAt(mailbox, place).body ?? { contentType: 'html', content: '' };
  if (body.contentType === 'text') {
    const own = body.content.split(/\r?\n(?=>|-----Original)/)[0] ?? '';
    return bodyAs({ contentType: 'text', content: own }, bodyType);
  }
  const own = body.content.replace(/<hr><div id="divRplyFwdMsg"[^]*$/, '</body></html>');
  return bodyAs({ contentType: 'html', content: own }, bodyType);
}
