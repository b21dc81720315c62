import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { OutlookItem } from '#contract/graph.ts';
import { formatFull } from '#lib/format-date.ts';
import { formatBytes } from '#lib/format-number.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import { isShownInline, type InlineImage } from '#shell/html-body/frame/inline-images.ts';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { messageQueries } from '#features/mail/message/message-queries.ts';
import { toAttachment, toMessage } from '#features/mail/message/message.ts';
import { savedName } from '#shell/file-preview/file-name.ts';
import { saveFile } from '#ui/save-file.ts';
import styles from './attachments.module.css';

/** A message (or appointment, or contact) that was attached, opened where it lies. */
export function AttachedItem({ message, attachment }: { message: string; attachment: string }) {
  const { data, error, refetch } = useQuery(messageQueries.attachedItem(message, attachment));
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={3} height={40} />;
  return <Item item={data} />;
}

function Item({ item }: { item: OutlookItem }) {
  const { subject, from, to, receivedAt, body } = toMessage({ id: '', ...item });
  const inlineImage = useInlineImage(item);
  const title = item.displayName ?? subject;
  return (
    <article className={styles.item} aria-label={title}>
      <h2 dir="auto">{title}</h2>
      <p>
        {from && `From ${from.name} ${from.address === from.name ? '' : from.address} · `}
        {to.length > 0 && `To ${to.map(({ name }) => name).join(', ')} · `}
        {item.receivedDateTime && formatFull(receivedAt)}
        {item.start &&
          `${item.start.dateTime.slice(0, 16).replace('T', ' ')} ${item.start.timeZone}`}
      </p>
      {body.content && (
        <HtmlBody body={body} title={`Attached: ${title}`} inlineImage={inlineImage} />
      )}
      <Enclosed item={item} />
    </article>
  );
}

function Enclosed({ item: { attachments = [] } }: { item: OutlookItem }) {
  const [open, setOpen] = useState<string>();
  const files = attachments.filter(({ isInline }) => !isInline);
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label="Attachments of the attached item">
      {files.map((each, at) => {
        const { name, size, kind, givenName } = toAttachment(each);
        const key = String(at);
        return (
          <li key={key}>
            {kind === 'item' && each.item ? (
              <>
                <Button
                  icon="mail"
                  aria-expanded={open === key}
                  onClick={() => setOpen(open === key ? undefined : key)}
                >
                  {name}
                </Button>
                {open === key && <Item item={each.item} />}
              </>
            ) : (
              <Button
                icon="document"
                disabled={!each.contentBytes}
                onClick={() => saveFile(bytesOf(each.contentBytes ?? ''), savedName(givenName))}
              >
                {name} · {formatBytes(size)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function bytesOf(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return new Blob([bytes]);
}

/** Pictures of an attached letter come with it. */
function useInlineImage({ attachments }: OutlookItem): InlineImage {
  return useMemo(
    () => (contentId) => {
      const files = (attachments ?? []).map((each) => ({ ...toAttachment(each), each }));
      const found = files.find((file) => file.contentId === contentId && isShownInline(file.type));
      const bytes = found?.each.contentBytes;
      return Promise.resolve(
        found && bytes ? new Blob([bytesOf(bytes)], { type: found.type }) : undefined,
      );
    },
    [attachments],
  );
}
