import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { resourceTitle } from '#config/resource-title.ts';
import { cloud } from '#config/settings.ts';
import type { PlannedScope } from './plan-scopes.ts';
import styles from './planner.module.css';

/** Of what no list has: what the page may do, whose side it would be, and where to look before it is asked. */
export function UnknownScopes({
  scopes,
  listsOf,
}: {
  scopes: readonly PlannedScope[];
  listsOf: string;
}) {
  const unknown = scopes.filter(({ fate }) => fate === 'unknown');
  if (unknown.length === 0) return null;
  return (
    <ul className={`${styles.traps} ${styles.unknown}`}>
      {unknown.map(({ resource, scope }) => (
        <li key={`${resource} ${scope}`}>
          <code>{scope}</code> is not known here.{' '}
          {resource === cloud().graph.identifier ? (
            <>
              Microsoft’s list of {listsOf} has no such permission of Graph. If it is newer than the
              list, the page asks for it as for any other. <Refused /> It would be a slip in the
              name, on your side:{' '}
              <Link to={`${paths.permissionsView('finder')}?q=${encodeURIComponent(scope)}`}>
                look for {scope} in the finder
              </Link>
              .
            </>
          ) : (
            <>
              No list tells what {resourceTitle(resource)} offers. If it has this scope, the page
              asks for it. <Refused /> Hold the name against the documentation of that API; of one
              of your own, against <b>Expose an API</b> in its registration.
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const Refused = () => (
  <>
    If there is none, the page asks nothing and refuses all that is asked together with it (
    <Link to={`${paths.permissionsView('refusals')}?about=AADSTS650053`}>AADSTS650053</Link>).
  </>
);
