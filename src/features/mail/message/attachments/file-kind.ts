import { previewOfFile, type Preview } from '#shell/file-preview/preview-kind.ts';
import { isShownInline } from '#shell/html-body/frame/inline-images.ts';
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

/**
 * Whether the letter itself shows it. Being called inline says little: some programs call every file so, and drawings
 * (SVG) are never shown inside; what does not show there has to be reached beside the letter.
 */
export function isInLetter({ isInline, contentId, type }: Attachment, html: string): boolean {
  if (!isInline || contentId === undefined || !isShownInline(type)) return false;
  return [contentId, encodeURIComponent(contentId)].some((id) => html.includes(`cid:${id}`));
}
