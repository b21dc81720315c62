import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatBytes } from '#lib/format-number.ts';
import { textChunks } from '#shell/html-body/text/text-chunks.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { saveFile } from '#ui/save-file.ts';
import { savedName } from '#shell/file-preview/file-name.ts';
import { messageQueries } from '#features/mail/message/message-queries.ts';
import styles from './message-views.module.css';

/** Characters that are shown at first: with its attachments in it a letter can have millions. */
const first = 200_000;

/** The letter as it travelled, to read or to keep. */
export function SourceView({ message, subject }: { message: string; subject: string }) {
  const { data, error, refetch } = useQuery(messageQueries.source(message));
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={8} height={20} />;
  return <Source {...data} subject={subject} />;
}

function Source({ file, text, subject }: { file: Blob; text: string; subject: string }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? text : text.slice(0, first);
  return (
    <>
      <div className={styles.tools}>
        <Button icon="download" onClick={() => saveFile(file, savedName(`${subject}.eml`))}>
          Save as .eml
        </Button>
        {formatBytes(file.size)}
        {shown.length < text.length && (
          <Button kind="quiet" onClick={() => setWhole(true)}>
            Show all of it
          </Button>
        )}
      </div>
      {/* Scrolls sideways where a line cannot be broken, so it has to be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.source} aria-label="Source of the message" tabIndex={0}>
        {textChunks(shown).map((chunk, at) => (
          <div key={at}>{chunk}</div>
        ))}
      </section>
    </>
  );
}
