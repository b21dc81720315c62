import { useSuspenseQuery } from '@tanstack/react-query';
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { TryWithOnly } from '#features/permissions/try/try-with-only.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { NeededTable } from './needed-table.tsx';
import { finderQueries } from './finder-queries.ts';
import { PermissionRow } from './permission-row.tsx';
import { wantedRequest } from './wanted-request.ts';
import styles from './finder-view.module.css';

/** Rows shown at once: the best come first, and nobody reads more. */
const most = 40;
/** Ways into a request that are offered to be tried. */
const mostTried = 4;

export function FinderAnswer({ wanted, method }: { wanted: string; method: string }) {
  const { finder, search } = useSuspenseQuery(finderQueries.finder()).data;
  const request = wantedRequest(wanted, method);
  if (request) return <RequestAnswer finder={finder} {...request} />;
  const all = wanted.trim() === '' ? [] : search.find(wanted);
  if (wanted.trim() === '') return <Source finder={finder} />;
  return (
    <>
      <p className={styles.count} aria-live="polite">
        {all.length === 0
          ? 'Nothing of that name, and nothing that does that.'
          : `${all.length} ${all.length === 1 ? 'permission' : 'permissions'}${all.length > most ? `, the first ${most}` : ''}`}
      </p>
      <ul className={styles.list}>
        {all.slice(0, most).map((fact) => (
          <li key={fact.name}>
            <PermissionRow fact={fact} finder={finder} />
          </li>
        ))}
      </ul>
    </>
  );
}

function RequestAnswer({
  finder,
  method,
  address,
}: {
  finder: PermissionFinder;
  method: string;
  address: string;
}) {
  const session = useSession();
  const isPersonal = session.kind === 'signed-in' && session.account.isPersonal;
  if (/\/\$batch(?:[?#]|$)/i.test(address)) {
    return (
      <p aria-live="polite">
        A batch has no permission of its own: each request in it needs what it needs alone. Look for
        them one by one.
      </p>
    );
  }
  const needed = finder.needed(method, address);
  if (!needed) {
    const others = finder.methods(address).filter((other) => other !== method);
    return (
      <p aria-live="polite">
        Not known: the lists have no {method} for this path
        {others.length > 0 ? `, but ${others.join(', ')}` : ''}. The reference page of the call
        names its permissions.
      </p>
    );
  }
  const [least] = isPersonal ? needed.personal : needed.work;
  return (
    <div className={styles.needed}>
      <NeededTable needed={needed} listsOf={finder.facts.source.date} />
      {least && (
        <TryWithOnly
          method={method}
          address={address}
          suggested={[least.fact.name]}
          named={(isPersonal ? needed.personal : needed.work)
            .slice(0, mostTried)
            .map(({ fact }) => fact.name)}
        />
      )}
    </div>
  );
}

function Source({ finder }: { finder: PermissionFinder }) {
  const { source, permissions, paths } = finder.facts;
  return (
    <div className={styles.source}>
      <p>
        {permissions.length} permissions and {Object.keys(paths).length.toLocaleString('en')} paths,
        from{' '}
        <a href={source.repository} target="_blank" rel="noopener noreferrer">
          Microsoft’s own lists
        </a>{' '}
        of {source.date} ({source.licence} licence). They came with this page; nothing that you look
        for is sent anywhere.
      </p>
      <p>
        The lists have gaps and a few mistakes. Corrected here, because the reference pages say
        otherwise:
      </p>
      <ul>
        {source.corrections.map((correction) => (
          <li key={correction}>{correction}</li>
        ))}
      </ul>
    </div>
  );
}
