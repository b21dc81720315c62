import type { Cloud } from '#config/clouds.ts';
import { scopeInWords } from '#shell/session/scopes-in-words.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import {
  accountTypes,
  adminConsentUri,
  permissionsOfAdministrators,
  permissionsToAdd,
  redirectUri,
} from './registration.ts';
import styles from './setup-screen.module.css';

/** What to enter in Microsoft's portal, with the exact values of this page. */
export function RegistrationGuide({ cloud, tenant }: { cloud: Cloud; tenant: string }) {
  const address = redirectUri(cloud.name, location.origin, import.meta.env.BASE_URL);
  const forAdministrators = adminConsentUri(cloud.name, location.origin, import.meta.env.BASE_URL);
  return (
    <section className={styles.guide} aria-labelledby="guide">
      <h2 id="guide">In the Microsoft Entra admin center</h2>
      <ol>
        <li>
          <h3>Register an app</h3>
          <p>
            <a href={cloud.portal} target="_blank" rel="noreferrer">
              {cloud.portal.replace('https://', '')}
            </a>
            , App registrations, New registration. Supported account types:{' '}
            <b>{accountTypes(tenant, cloud)}</b>
          </p>
        </li>
        <li>
          <h3>Add a platform of the type Single-page application</h3>
          <p>With exactly this redirect URI. The type “Web” does not work.</p>
          <p className={styles.value}>
            <code>{address}</code>
            <CopyButton text={address} label="Copy the redirect URI" />
          </p>
          <p>A second one, for an administrator who agrees for everybody:</p>
          <p className={styles.value}>
            <code>{forAdministrators}</code>
            <CopyButton text={forAdministrators} label="Copy the administrators’ redirect URI" />
          </p>
        </li>
        <li>
          <h3>Add delegated permissions of Microsoft Graph</h3>
          <PermissionList scopes={permissionsToAdd()} />
          <p>
            Newer tenants let only an administrator agree to <code>Mail.Read</code>. For the health
            screen, which is for administrators alone:
          </p>
          <PermissionList scopes={permissionsOfAdministrators()} />
        </li>
        <li>
          <h3>Copy the Application (client) id from the overview</h3>
          <p>A client secret is not needed, and must not be made.</p>
        </li>
      </ol>
    </section>
  );
}

function PermissionList({ scopes }: { scopes: readonly string[] }) {
  return (
    <ul className={styles.permissions}>
      {scopes.map((scope) => (
        <li key={scope}>
          <code>{scope}</code> <span>{scopeInWords(scope)}</span>
        </li>
      ))}
    </ul>
  );
}
