import { useHref } from 'react-router';
import { adminConsentRequest } from '#auth/admin-consent.ts';
import type { Resource } from '#config/clouds.ts';
import { paths } from '#config/paths.ts';
import { cloud, settings } from '#config/settings.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { ForEverybodyButton } from './for-everybody-button.tsx';
import styles from './failure-in-words.module.css';
import { useSession } from './use-session.ts';

/** The ways on where an organisation leaves a permission to its administrators; a personal account has none. */
export function AskAdministrator({
  resource,
  scopes,
}: {
  resource: Resource;
  scopes: readonly string[];
}) {
  const session = useSession();
  const redirectPath = useHref(paths.adminConsent(cloud().name));
  if (session.kind !== 'signed-in' || session.account.isPersonal) return null;
  // Its answer comes to the administrator's browser, where it belongs to no question: nothing is kept for it here.
  const { url } = adminConsentRequest(
    cloud(),
    settings().clientId,
    session.account.tenantId,
    location.origin + redirectPath,
    { resource, scopes, returnTo: paths.home },
  );
  return (
    <details className={styles.facts}>
      <summary>If Microsoft says that an administrator must approve</summary>
      <p className={styles.administrator}>
        Many organisations leave this permission to their administrators. Where Microsoft’s page
        offers to request approval, write there what you need it for. Otherwise send an
        administrator the link to the page that agrees for everybody; once that is done, Allow works
        for you without a question.
      </p>
      <p className={styles.ways}>
        <CopyButton text={url}>Copy the link for an administrator</CopyButton>
        <ForEverybodyButton resource={resource} scopes={scopes} />
      </p>
    </details>
  );
}
