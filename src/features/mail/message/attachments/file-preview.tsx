import { useQuery } from '@tanstack/react-query';
import { PreviewDialog } from '#shell/file-preview/preview-dialog.tsx';
import type { Preview } from '#shell/file-preview/preview-kind.ts';
import type { Attachment } from '#features/mail/message/message.ts';
import { messageQueries } from '#features/mail/message/message-queries.ts';

/** A look at a file without leaving the message. */
export function FilePreview({
  message,
  file: { id, name, type },
  preview,
  onSave,
  onClose,
}: {
  message: string;
  file: Attachment;
  preview: Preview;
  onSave: () => void;
  onClose: () => void;
}) {
  const { data, error, refetch } = useQuery(messageQueries.attachmentContent(message, id));
  const content = { data, error, onRetry: () => void refetch() };
  return <PreviewDialog {...{ name, type, preview, content, onSave, onClose }} />;
}
