import { useHref, useLocation } from 'react-router';
import { adminConsentRequest } from '#auth/redirect/admin-consent.ts';
import { keepFrontChannel } from '#auth/redirect/front-channel.ts';
import { keepAdminConsent } from '#auth/redirect/pending-admin-consent.ts';
import type { Resource } from '#config/clouds.ts';
import { paths } from '#config/paths.ts';
import { cloud, settings } from '#config/settings.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { useSession } from '#shell/session/use-session.ts';

/** Goes to the page on which an administrator agrees for everybody; a personal account has no administrator. */
export function ForEverybodyButton({
  resource,
  scopes,
  onLeave,
}: {
  resource: Resource;
  scopes: readonly string[];
  onLeave?: () => void;
}) {
  const session = useSession();
  const { pathname, search } = useLocation();
  const redirectPath = useHref(paths.adminConsent(cloud().name));
  if (session.kind !== 'signed-in' || session.account.isPersonal) return null;
  const { tenantId } = session.account;
  const leave = () => {
    onLeave?.();
    const { url, pending } = adminConsentRequest(
      cloud(),
      settings().clientId,
      tenantId,
      location.origin + redirectPath,
      { resource, scopes, returnTo: pathname + search },
    );
    keepAdminConsent(pending);
    // Recorded first, without anything secret: the document ends with the message.
    void keepFrontChannel('admin-consent', url)
      .catch(() => undefined)
      .finally(() => location.assign(url));
  };
  return (
    <Button data-asks aria-label={`Allow ${scopes.join(', ')} for everybody`} onClick={leave}>
      For everybody
    </Button>
  );
}

/** The address of that page, to send to an administrator; nothing is kept for its answer, which comes to their browser. */
export function CopyForAdministrator({
  resource,
  scopes,
}: {
  resource: Resource;
  scopes: readonly string[];
}) {
  const session = useSession();
  const redirectPath = useHref(paths.adminConsent(cloud().name));
  if (session.kind !== 'signed-in' || session.account.isPersonal) return null;
  const { url } = adminConsentRequest(
    cloud(),
    settings().clientId,
    session.account.tenantId,
    location.origin + redirectPath,
    { resource, scopes, returnTo: paths.home },
  );
  return <CopyButton text={url}>Copy the link for an administrator</CopyButton>;
}
