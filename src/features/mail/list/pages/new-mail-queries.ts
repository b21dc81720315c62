import { queryOptions, skipToken } from '@tanstack/react-query';
import { mailQueries } from '#features/mail/mail-queries.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { beginChanges, followChanges } from './delta-api.ts';
import { mergeChanges } from './merge-changes.ts';

/** Milliseconds between two looks while the page is in sight; coming back to it is another. */
const often = 60_000;

export const newMailQueries = {
  /** The link to the next changes; each look follows the last one. */
  watch: (source: MailSource, since: Date) =>
    queryOptions<string>({
      ...newMailQueries.looks(source),
      queryFn: async ({ client, signal }) => {
        const link = client.getQueryData<string>(['mail', 'changes', source]);
        const changes = (link && (await followChanges(link, signal))) || undefined;
        // No link yet, or no longer a good one: what is here may be old, so the first answer counts like any other.
        const told = changes ?? (await beginChanges(source.folder, since, signal));
        const arrived = mergeChanges(client, source, told);
        const known = new Set([...told.removed, ...arrived.map(({ id }) => id)]);
        client.setQueryData(newMailQueries.arrived(source).queryKey, (before = []) => [
          ...arrived,
          ...before.filter(({ id }) => !known.has(id)),
        ]);
        // Whoever reads one of them, or another of its conversation, is told what has become of it.
        for (const id of told.removed) {
          void client.invalidateQueries({ queryKey: ['mail', 'message', { id }] });
        }
        if (told.removed.length > 0) {
          void client.invalidateQueries({ queryKey: ['mail', 'conversation'] });
        }
        if (link && (told.items.length > 0 || told.removed.length > 0)) {
          void client.invalidateQueries(mailQueries.anyFolder());
          void client.invalidateQueries(mailQueries.anyFolders());
        }
        return told.link;
      },
      staleTime: 5000,
      refetchInterval: often,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
    }),

  /** Every look at these messages. */
  looks: (source: MailSource) => ({ queryKey: ['mail', 'changes', source] }),

  /** New messages that wait to be shown; nobody is asked for them. */
  arrived: (source: MailSource) =>
    queryOptions<readonly MessageSummary[]>({
      queryKey: ['mail', 'arrived', source],
      queryFn: skipToken,
      staleTime: Infinity,
    }),
};
