/** With which permission a mailbox is read, and which members it shows then. */
import { vault } from '#auth/vault.ts';
import { scopes } from '#config/scopes.ts';
import { isGranted } from '#shell/session/granted.ts';

/** Never asked for here; a person may have allowed no more elsewhere. */
const heads = ['Mail.ReadBasic'];

const headMembers =
  'id,subject,from,sender,toRecipients,receivedDateTime,isRead,isDraft,importance,flag,hasAttachments,categories,conversationId,parentFolderId';

/** Whoever allowed the heads of letters only reads those; the words of one are asked for when it is opened. */
export function reading(): { readonly scopes: readonly string[]; readonly members: string } {
  const session = vault().session.get();
  return !isGranted(session, scopes.mail) && isGranted(session, heads)
    ? { scopes: heads, members: headMembers }
    : { scopes: scopes.mail, members: `${headMembers},bodyPreview` };
}
