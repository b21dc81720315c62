import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatBytes } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure-notice.tsx';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-name.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import type { Attachment } from './message.ts';
import { messageQueries } from './message-queries.ts';
import { saveFile } from '#ui/save-file.ts';
import styles from './attachments.module.css';

/** The files that came with a message. Not a panel: the letter can be read without them. */
export function Attachments({ message }: { message: string }) {
  const { data, error, refetch } = useQuery(messageQueries.attachments(message));
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={1} height={48} />;
  const files = data.filter(({ isInline }) => !isInline);
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label="Attachments">
      {files.map((file) => (
        <li key={file.id}>
          <File message={message} file={file} />
        </li>
      ))}
    </ul>
  );
}

function File({ message, file }: { message: string; file: Attachment }) {
  const queries = useQueryClient();
  const download = useMutation({
    mutationFn: () => queries.fetchQuery(messageQueries.attachmentContent(message, file.id)),
    onSuccess: (content) =>
      saveFile(content, file.kind === 'item' ? `${file.name}.eml` : file.name),
  });
  const words = (
    <>
      <Icon name={iconOf(file)} />
      <span className={styles.words}>
        <span className={styles.name}>{file.name}</span>
        <span className={styles.size}>
          {download.isPending
            ? 'Downloading…'
            : file.kind === 'reference'
              ? 'A link to a file elsewhere'
              : formatBytes(file.size)}
        </span>
      </span>
    </>
  );
  if (file.kind === 'reference') return <span className={styles.file}>{words}</span>;
  return (
    <>
      <button
        type="button"
        className={styles.file}
        title={`Download ${file.name}`}
        aria-busy={download.isPending}
        onClick={() => {
          if (!download.isPending) download.mutate();
        }}
      >
        {words}
      </button>
      {download.error && <FailureNotice error={download.error} onRetry={() => download.mutate()} />}
    </>
  );
}

function iconOf({ kind, type }: Attachment): IconName {
  if (kind === 'item') return 'mail';
  if (type.startsWith('image/')) return 'image';
  return type.startsWith('text/calendar') ? 'calendar' : 'document';
}
