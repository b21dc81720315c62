import type { Folder } from '#features/mail/mailbox.ts';
import type { IconName } from '#ui/icon-name.ts';

const icons: Readonly<Record<string, IconName>> = {
  inbox: 'inbox',
  drafts: 'drafts',
  sentitems: 'send',
  archive: 'archive',
  deleteditems: 'trash',
  junkemail: 'junk',
  outbox: 'upload',
};

export function folderIcon({ wellKnown }: Folder): IconName {
  return (wellKnown && icons[wellKnown]) || 'folder';
}
