import { previewOfFile, type Preview } from '#shell/file-preview/preview-kind.ts';
import type { IconName } from '#ui/icon-name.ts';
import type { Attachment } from '#features/mail/message/message.ts';

/** How an attachment can be looked at here. */
export function previewOf(attachment: Attachment): Preview | undefined {
  return attachment.kind === 'file' ? previewOfFile(attachment) : undefined;
}

export function iconOf({ kind, type }: Attachment): IconName {
  if (kind === 'item') return 'mail';
  if (kind === 'reference') return 'link';
  if (type.startsWith('image/')) return 'image';
  return type.startsWith('text/calendar') ? 'calendar' : 'document';
}
