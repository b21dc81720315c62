import { sharePointResource } from '#config/origins.ts';
import { cloud } from '#config/settings.ts';
import type { useRequest } from '#features/requests/use-request.ts';
import { isBatch } from './batch-requests.ts';
import { NeededInBatch } from './needed-in-batch.tsx';
import { GuessedNote, NothingNeeded, WaysList } from './needed-ways.tsx';
import styles from './parts.module.css';

/** What this call needs at least, what else would do, and whether it is there. */
export function NeededPanel({ request }: { request: ReturnType<typeof useRequest> }) {
  const { needed, draft, isPersonal, finder } = request;
  const { graph } = cloud();
  const origin = URL.parse(draft.url)?.origin;
  if (origin !== graph.origin) {
    const name = sharePointResource(cloud(), draft.url)?.title ?? 'This service';
    return (
      <p className={styles.note}>
        {name} has no list of what its requests need. The token is asked for with everything that
        the registration names for it.
      </p>
    );
  }
  if (!finder) return <p className={styles.note}>Reading Microsoft’s lists</p>;
  if (isBatch(draft.url)) return <NeededInBatch request={request} finder={finder} />;
  const ways = (isPersonal ? needed?.personal : needed?.work) ?? [];
  if (!needed || ways.length === 0) return <NothingNeeded needed={needed} />;
  return (
    <div className={styles.part}>
      <GuessedNote needed={needed} />
      <WaysList ways={ways} least={ways[0]} request={request} />
      {needed.application.length > 0 && (
        <p className={styles.note}>
          Without a person:{' '}
          {needed.application
            .slice(0, 4)
            .map(({ fact }) => fact.name)
            .join(', ')}
        </p>
      )}
    </div>
  );
}
