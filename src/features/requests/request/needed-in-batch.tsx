import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { cloud } from '#config/settings.ts';
import type { useRequest } from '#features/requests/use-request.ts';
import { requestsInBatch } from './batch-requests.ts';
import { has } from './needed-scopes.ts';
import { GuessedNote, NothingNeeded, WaysList } from './needed-ways.tsx';
import styles from './parts.module.css';

/** Graph takes no more in one batch. */
const most = 20;

/** Of each request in a batch the least that it needs, and what opens it already. */
export function NeededInBatch({
  request,
  finder,
}: {
  request: ReturnType<typeof useRequest>;
  finder: PermissionFinder;
}) {
  const requests = requestsInBatch(request.draft.body);
  const { graph } = cloud();
  const granted = request.grants.find((grant) => grant.resource === graph.identifier)?.scopes ?? [];
  return (
    <div className={styles.part}>
      <p className={styles.note}>
        A batch has no permission of its own: each request in it needs what it needs alone.
        {!requests && ' Its body cannot be read as a batch, so they are not known.'}
        {requests?.length === 0 && ' There is none in it yet.'}
        {requests && requests.length > most && ` Of these, the first ${most} are listed.`}
      </p>
      {requests?.slice(0, most).map(({ method, url }) => {
        const needed = finder.needed(method, url);
        const ways = (request.isPersonal ? needed?.personal : needed?.work) ?? [];
        const [least] = ways;
        const held = ways.find(({ fact, withAnother }) => !withAnother && has(granted, fact.name));
        const name = `${method} ${url.replace(/[?#].*/, '')}`;
        return (
          <section key={`${method} ${url}`} aria-label={name} className={styles.inBatch}>
            <h3>
              <code>{name}</code>
            </h3>
            {needed && least ? (
              <>
                <GuessedNote needed={needed} />
                <WaysList
                  ways={[...new Set([least, held ?? least])]}
                  least={least}
                  request={request}
                />
              </>
            ) : (
              <NothingNeeded needed={needed} />
            )}
          </section>
        );
      })}
    </div>
  );
}
