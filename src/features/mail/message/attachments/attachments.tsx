import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { formatBytes } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { Attachment } from '#features/mail/message/message.ts';
import { messageQueries } from '#features/mail/message/message-queries.ts';
import { lostWords, useIsLost } from '#features/mail/message/use-is-gone.ts';
import type { Preview } from '#shell/file-preview/preview-kind.ts';
import { fileCaution, savedName } from '#shell/file-preview/file-name.ts';
import { saveFile } from '#ui/save-file.ts';
import { iconOf, isInLetter, previewOf } from './file-kind.ts';
import styles from './attachments.module.css';

// Nothing opens before somebody asks for it.
const FilePreview = lazyPart(async () => (await import('./file-preview.tsx')).FilePreview);
const AttachedItem = lazyPart(async () => (await import('./attached-item.tsx')).AttachedItem);
const Reference = lazyPart(async () => (await import('./reference.tsx')).Reference);

/** The files that came with a message. Not a panel: the letter can be read without them. */
export function Attachments({
  message,
  html,
  webLink,
}: {
  message: string;
  /** The letter, which shows some of them itself. */
  html: string;
  /** Where Outlook on the web shows the message. */
  webLink: string | undefined;
}) {
  const { data, error, refetch } = useQuery(messageQueries.attachments(message));
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={1} height={48} />;
  const files = data.filter((file) => !isInLetter(file, html));
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label="Attachments">
      {files.map((file) => (
        <li key={file.id}>
          <File message={message} file={file} webLink={webLink} />
        </li>
      ))}
    </ul>
  );
}

function File({
  message,
  file,
  webLink,
}: {
  message: string;
  file: Attachment;
  webLink: string | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const content = messageQueries.attachmentContent(message, file.id);
  const download = useMutation({
    mutationFn: () => queries.fetchQuery(content),
    onSuccess: (bytes) =>
      saveFile(bytes, savedName(file.kind === 'item' ? `${file.name}.eml` : file.givenName)),
  });
  const preview = previewOf(file);
  const caution = file.kind === 'file' ? fileCaution(file.givenName) : undefined;
  const isLost = useIsLost(message);
  const isUnsaved = isLost(content);
  const save = () => {
    if (!download.isPending && !isUnsaved) download.mutate();
  };
  const canOpen = preview !== undefined || file.kind !== 'file';
  const isUnopened = !isOpen && isLost(file.kind === 'file' ? content : openedBy(message, file));
  return (
    <>
      <div className={styles.file} data-caution={caution !== undefined}>
        <button
          type="button"
          className={styles.open}
          title={isUnopened ? lostWords : canOpen ? `Open ${file.name}` : `Download ${file.name}`}
          aria-disabled={isUnopened}
          aria-expanded={file.kind === 'file' ? undefined : isOpen}
          aria-busy={download.isPending}
          onClick={canOpen ? () => isUnopened || setOpen(!isOpen) : save}
        >
          <Icon name={caution ? 'warning' : iconOf(file)} />
          <span className={styles.words}>
            <span className={styles.name}>{file.name}</span>
            <span className={styles.size}>
              {download.isPending ? 'Downloading…' : describe(file)}
            </span>
          </span>
        </button>
        {file.kind !== 'reference' && (
          <Button
            kind="quiet"
            icon="download"
            label={`Download ${file.name}`}
            aria-disabled={isUnsaved}
            onClick={save}
          />
        )}
      </div>
      {caution && <p className={styles.caution}>{caution}</p>}
      {download.error && <FailureNotice error={download.error} onRetry={save} />}
      {isOpen && (
        <Suspense fallback={null}>
          <Opened
            {...{ message, file, preview, webLink }}
            onSave={save}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function Opened({
  message,
  file,
  preview,
  webLink,
  onSave,
  onClose,
}: {
  message: string;
  file: Attachment;
  preview: Preview | undefined;
  webLink: string | undefined;
  onSave: () => void;
  onClose: () => void;
}) {
  if (file.kind === 'item') return <AttachedItem message={message} attachment={file.id} />;
  if (file.kind === 'reference') {
    return <Reference message={message} attachment={file.id} webLink={webLink} />;
  }
  return preview && <FilePreview {...{ message, file, preview, onSave, onClose }} />;
}

/** What is fetched to open what is no file. */
function openedBy(message: string, { kind, id }: Attachment) {
  return (kind === 'item' ? messageQueries.attachedItem : messageQueries.reference)(message, id);
}

function describe({ kind, size }: Attachment): string {
  if (kind === 'reference') return 'A link to a file elsewhere';
  return kind === 'item' ? `An attached item, ${formatBytes(size)}` : formatBytes(size);
}
