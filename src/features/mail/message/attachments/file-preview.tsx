import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react';
import { FailureNotice } from '#shell/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { Attachment } from '#features/mail/message/message.ts';
import { messageQueries } from '#features/mail/message/message-queries.ts';
import type { Preview } from './file-kind.ts';
import styles from './attachments.module.css';

// The reader of PDF is as large as the rest of the product.
const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.tsx')).PdfPages }));

/** A look at a file without leaving the message, and without the file becoming a document of its own. */
export function FilePreview({
  message,
  file,
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
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.preview} aria-labelledby={title} onClose={onClose}>
      <div className={styles.bar}>
        <h2 id={title}>{file.name}</h2>
        <Button kind="quiet" icon="download" label="Download" onClick={onSave} />
        <Button kind="quiet" icon="dismiss" label="Close" onClick={() => dialog.current?.close()} />
      </div>
      {/* Long files are scrolled through by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.content} aria-label="Preview" tabIndex={0}>
        <Content message={message} file={file} preview={preview} />
      </section>
    </dialog>
  );
}

function Content({
  message,
  file,
  preview,
}: {
  message: string;
  file: Attachment;
  preview: Preview;
}) {
  const content = messageQueries.attachmentContent(message, file.id);
  const { data, error, refetch } = useQuery(content);
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} height={64} />;
  if (preview === 'image') return <Picture blob={data} type={file.type} name={file.name} />;
  if (preview === 'text') return <Text blob={data} />;
  return (
    <Suspense fallback={<Skeleton rows={4} height={64} />}>
      <PdfPages file={data} />
    </Suspense>
  );
}

/** Of the kind that was checked before, whatever the bytes are: a browser makes an image of them or nothing. */
function Picture({ blob, type, name }: { blob: Blob; type: string; name: string }) {
  const [isBroken, setBroken] = useState(false);
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(
        new Blob([blob], { type: type.split(';', 1)[0]?.trim() ?? '' }),
      );
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob, type],
  );
  if (isBroken) return <p>This file is no picture, whatever its name says.</p>;
  return <img ref={show} alt={name} onError={() => setBroken(true)} />;
}

function Text({ blob }: { blob: Blob }) {
  const [text, setText] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void blob.text().then((read) => isGone || setText(read));
    return () => {
      isGone = true;
    };
  }, [blob]);
  return <pre>{text}</pre>;
}
