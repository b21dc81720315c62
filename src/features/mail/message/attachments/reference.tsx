import { useQuery } from '@tanstack/react-query';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { HtmlBody } from '#shell/html-body/html-body.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { messageQueries } from '#features/mail/message/message-queries.ts';

/** Where a file lies that was attached as a link only. Graph 1.0 may keep that to itself; then Outlook knows. */
export function Reference({
  message,
  attachment,
  webLink,
}: {
  message: string;
  attachment: string;
  webLink: string | undefined;
}) {
  const { data, error, refetch, isPending } = useQuery(
    messageQueries.reference(message, attachment),
  );
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton rows={1} height={32} />;
  const words = data
    ? `The file lies at ${data}`
    : webLink
      ? `Graph does not say where the file lies. Outlook on the web does: ${webLink}`
      : 'Graph does not say where the file lies.';
  return <HtmlBody body={{ contentType: 'text', content: words }} title="Link to the file" />;
}
