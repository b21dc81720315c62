import { useState } from 'react';
import { Link, useHref, useLocation } from 'react-router';
import { adminConsentRequest } from '#auth/redirect/admin-consent.ts';
import { keepFrontChannel } from '#auth/redirect/front-channel.ts';
import { keepAdminConsent } from '#auth/redirect/pending-admin-consent.ts';
import type { ScopesOf } from '#auth/vault.ts';
import { paths } from '#config/paths.ts';
import { cloud, isTenant, settings } from '#config/settings.ts';
import { useSession } from '#shell/session/use-session.ts';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './planner.module.css';

/** The page on which an administrator agrees for everybody: for one tenant and, with each link, one API. */
export function AdminLink({ wanted }: { wanted: readonly ScopesOf[] }) {
  const session = useSession();
  const own = session.kind === 'signed-in' ? session.account.tenantId : '';
  const [typed, setTyped] = useState<string>();
  const tenant = typed ?? own;
  const isOne = isTenant(tenant) && tenant !== 'common' && tenant !== 'consumers';
  if (wanted.length === 0) return null;
  if (session.kind === 'signed-in' && session.account.isPersonal) {
    return (
      <section aria-label="For an administrator">
        <h2 className={styles.title}>For an administrator</h2>
        <p className={styles.words}>
          For organisations only: a personal account has no administrator. It agrees for itself on
          Microsoft’s page, and nobody can agree in its place. Sign in with an account of an
          organisation to have the link for its administrator here.
        </p>
      </section>
    );
  }
  return (
    <section aria-label="For an administrator" className={styles.view}>
      <h2 className={styles.title}>For an administrator</h2>
      <div className={styles.narrow}>
        <TextField
          label="For the tenant"
          value={tenant}
          description="An id or a domain. Without one, the page takes the tenant of whoever signs in (organizations); common is refused there."
          problem={tenant !== '' && !isOne ? 'An id, a domain, or organizations.' : undefined}
          onValue={setTyped}
        />
      </div>
      {wanted.map((each) => (
        <OneLink
          key={each.resource.identifier}
          wanted={each}
          tenant={tenant}
          isAlone={wanted.length === 1}
        />
      ))}
      <ul className={styles.traps}>
        <li>
          It agrees for <b>everybody</b> in the tenant; with <code>.default</code> also to
          application permissions, which need nobody signed in.
        </li>
        {wanted.length > 1 && (
          <li>
            What the page does with scopes of several APIs is documented nowhere, so each of the{' '}
            {wanted.length} has a link of its own; whoever agrees follows them one after the other.
          </li>
        )}
        <li>
          It knows only what the registration lists. A scope that is not listed there is an error.
        </li>
        <li>
          The answer comes in the query. <code>admin_consent=True</code> alone is no yes: an error
          says it, too, so <code>error</code> is read first.
        </li>
        <li>
          Anybody can make the answering address, its <code>tenant</code> proves nothing. What
          counts is the next token’s <code>scp</code>.
        </li>
        <li>
          A link that you send comes back in the administrator’s browser, where this product says
          that it asked nothing: that is right. Sign in again here to see what it gave.{' '}
          <Link to={paths.permissionsView('diagnose')}>Have an answer explained.</Link>
        </li>
        <li>The older form without v2.0 takes no scope and agrees to everything registered.</li>
      </ul>
    </section>
  );
}

/** For one API: nothing documents what the page does with the scopes of several. */
function OneLink({
  wanted,
  tenant,
  isAlone,
}: {
  wanted: ScopesOf;
  tenant: string;
  isAlone: boolean;
}) {
  const redirectPath = useHref(paths.adminConsent(cloud().name));
  const { pathname, search } = useLocation();
  const made = () =>
    adminConsentRequest(cloud(), settings().clientId, tenant, location.origin + redirectPath, {
      ...wanted,
      returnTo: pathname + search,
    });
  const { url } = made();
  const leave = () => {
    const { url: address, pending } = made();
    keepAdminConsent(pending);
    void keepFrontChannel('admin-consent', address, 'permissions')
      .catch(() => undefined)
      .finally(() => location.assign(address));
  };
  const { title } = wanted.resource;
  const what = isAlone ? '' : ` for ${title}`;
  return (
    <>
      {!isAlone && <h3 className={styles.heading}>{title}</h3>}
      <CodeBlock>{url}</CodeBlock>
      <div className={styles.head}>
        <CopyButton text={url}>{`Copy the link${what}`}</CopyButton>
        <Button icon="forward" onClick={leave}>
          Go there now{what}
        </Button>
      </div>
    </>
  );
}
