/** Contacts and their folders written: made, changed, deleted. */
import { needs, needsMailbox } from '#simulator/graph/graph-access.ts';
import {
  GraphRefusal,
  type GraphApp,
  type GraphContext,
  type GraphEnv,
} from '#simulator/graph/graph-answer.ts';
import type { Step } from '#simulator/router/router.ts';
import type { ContactFolder } from '#simulator/seed/contacts.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { editOf, nextNumber, type Members } from '#simulator/outlook/mailbox/edits.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { writeRoutes, type Row } from '#simulator/outlook/write-routes.ts';
import {
  contactFolderId,
  contactPlace,
  contactSet,
  folderCalled,
  folderSet,
  madeContacts,
  wireContact,
  wireFolder,
} from './contact.ts';

export function contactWrites(app: GraphApp, context: TenantContext): void {
  const guards: readonly Step<GraphEnv>[] = [
    needs(context, ['Contacts.ReadWrite'], 'outlook'),
    needsMailbox,
  ];
  const here = (c: GraphContext, mailbox: OpenMailbox) =>
    folderCalled(mailbox, c.req.param('folder') ?? 'contacts');
  for (const path of ['/me/contacts', '/me/contactFolders/:folder/contacts'])
    writeRoutes(app, context, {
      path,
      type: 'contact',
      name: 'contacts',
      guards,
      find: (_, mailbox, id) => {
        const { folder, index } = contactPlace(mailbox, id);
        return { set: contactSet(folder), row: wireContact(mailbox, folder, index) };
      },
      make: (c, mailbox) => {
        const folder = here(c, mailbox);
        const row = wireContact(mailbox, folder, madeContacts + nextNumber(mailbox));
        return { set: contactSet(folder), row };
      },
      completed: named,
    });
  const folders = {
    type: 'contactFolder',
    name: 'contactFolders',
    guards,
    completed: checkName,
    find: (_: GraphContext, mailbox: OpenMailbox, id: string): Row => {
      const folder = folderCalled(mailbox, id);
      if (folder.number === 0)
        throw new GraphRefusal(403, 'ErrorAccessDenied', 'The default folder stays as it is.');
      return { set: folderSet, row: wireFolder(mailbox, folder) };
    },
  };
  const make = (c: GraphContext, mailbox: OpenMailbox): Row => {
    let number = 40;
    while (editOf(mailbox, folderSet, contactFolderId(mailbox, { number }))) number++;
    if (number > 250)
      throw new GraphRefusal(
        507,
        'ErrorQuotaExceeded',
        'The mailbox holds as many folders as it can.',
      );
    const folder: ContactFolder = { number, name: '', size: 0, parent: here(c, mailbox).number };
    return { set: folderSet, row: wireFolder(mailbox, folder) };
  };
  writeRoutes(app, context, { ...folders, path: '/me/contactFolders', make });
  writeRoutes(app, context, {
    ...folders,
    path: '/me/contactFolders/:folder/childFolders',
    make,
  });
}

/** Whoever gives no name to show gets one of the parts that were given. */
function named(given: Members, _: OpenMailbox, row: Members): Members {
  const now = { ...row, ...given };
  const text = (name: string) => (typeof now[name] === 'string' ? now[name] : '');
  const parts = [text('givenName'), text('middleName'), text('surname')].filter(Boolean);
  if (given['displayName'] !== undefined || parts.length === 0) return {};
  const isRenamed = ['givenName', 'middleName', 'surname'].some(
    (name) => given[name] !== undefined,
  );
  if (!isRenamed) return {};
  const fileAs = [text('surname'), text('givenName')].filter(Boolean).join(', ');
  return { displayName: parts.join(' '), ...(given['fileAs'] === undefined ? { fileAs } : {}) };
}

function checkName({ displayName }: Members): Members {
  if (typeof displayName === 'string' && displayName.trim() !== '') return {};
  throw new GraphRefusal(400, 'ErrorInvalidRequest', 'A folder needs a display name.');
}
