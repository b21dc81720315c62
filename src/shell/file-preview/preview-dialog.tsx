import { Suspense, useCallback, useEffect, useId, useState } from 'react';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useModal } from '#ui/use-modal.ts';
import type { Preview } from './preview-kind.ts';
import styles from './preview-dialog.module.css';

// The reader of PDF is as large as the rest of the product.
const PdfPages = lazyPart(async () => (await import('./pdf-pages.tsx')).PdfPages);

export interface PreviewContent {
  readonly data: Blob | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** A look at a file without leaving the place, and without the file becoming a document of its own. */
export function PreviewDialog({
  name,
  type,
  preview,
  content,
  onSave,
  onClose,
}: {
  name: string;
  type: string;
  preview: Preview;
  content: PreviewContent;
  onSave: () => void;
  onClose: () => void;
}) {
  const title = useId();
  const modal = useModal(onClose);
  return (
    <dialog {...modal} className={styles.preview} aria-labelledby={title}>
      <div className={styles.bar}>
        <h2 id={title}>{name}</h2>
        <Button kind="quiet" icon="download" label="Download" onClick={onSave} />
        <Button kind="quiet" icon="dismiss" label="Close" onClick={onClose} />
      </div>
      {/* Long files are scrolled through by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.content} aria-label="Preview" tabIndex={0}>
        <Content {...{ name, type, preview, content }} />
      </section>
    </dialog>
  );
}

function Content({
  name,
  type,
  preview,
  content: { data, error, onRetry },
}: {
  name: string;
  type: string;
  preview: Preview;
  content: PreviewContent;
}) {
  if (error) return <FailureNotice error={error} onRetry={onRetry} />;
  if (!data) return <Skeleton rows={4} height={64} />;
  if (data.size === 0) return <p>This file is empty.</p>;
  if (preview === 'image') return <Picture blob={data} type={type} name={name} />;
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
