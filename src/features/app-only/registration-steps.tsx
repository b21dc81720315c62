import { useState } from 'react';
import { cloud, isClientId } from '#config/settings.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { agree, register } from './application-api.ts';
import { Code, Step } from './step.tsx';
import type { Lab } from './use-lab.ts';
import styles from './app-only.module.css';

/** What a portal and an administrator do before any key is of use. */
export function RegistrationSteps({ lab }: { lab: Lab }) {
  return (
    <>
      <Register lab={lab} />
      <Consent lab={lab} />
      <TenantId lab={lab} />
    </>
  );
}

function Register({ lab }: { lab: Lab }) {
  const { ask } = lab;
  return (
    <Step
      title="Register the application"
      done={ask ? lab.application !== undefined : isClientId(lab.clientId)}
      what="A service that runs without anybody is an application of its own, with an id and no redirect for browsers. It lists application permissions of the resource, here ActivityFeed.Read."
      since={
        <>
          the Azure management portal of then is gone; the registration is made in the Entra admin
          center (
          <a href={cloud().portal} target="_blank" rel="noreferrer">
            {new URL(cloud().portal).host}
          </a>
          ). “Multi-tenant” is now the choice of supported account types, and no APP ID URI is
          needed for this.
        </>
      }
    >
      <TextField
        label="Application (client) id"
        value={lab.clientId}
        placeholder="00000000-0000-0000-0000-000000000000"
        onValue={(clientId) =>
          lab.change({ clientId, application: undefined, assertion: undefined, token: undefined })
        }
      />
      {ask && (
        <div className={styles.row}>
          <Button
            kind={lab.application ? 'plain' : 'primary'}
            isBusy={lab.isBusy}
            onClick={() =>
              void lab.run(async () => {
                const application = await register(ask);
                return { application, clientId: application.clientId, token: undefined };
              })
            }
          >
            Register one in the simulated tenant
          </Button>
        </div>
      )}
    </Step>
  );
}

function Consent({ lab }: { lab: Lab }) {
  const { ask, application, resource } = lab;
  const [address, setAddress] = useState('');
  const hasAgreed = (application?.roles?.[resource.title]?.length ?? 0) > 0;
  const segment = lab.tenant || 'organizations';
  const query = new URLSearchParams({
    client_id: lab.clientId,
    scope: `${resource.identifier}/.default`,
    redirect_uri: 'https://your-app.example/consented',
    state: 'random-and-checked',
  });
  const readAddress = (text: string) => {
    setAddress(text);
    const answer = URL.parse(text.trim())?.searchParams;
    const tenant = answer?.get('tenant') ?? '';
    const saidYes = answer?.get('admin_consent')?.toLowerCase() === 'true' && !answer.has('error');
    lab.change({ saidYes, ...(saidYes && isClientId(tenant) ? { tenant } : {}) });
  };
  return (
    <Step
      title="An administrator agrees"
      done={ask ? hasAgreed : lab.saidYes}
      what="Application permissions open the whole tenant, so only its administrator can agree to them, once, on Microsoft’s page. Without it the token comes all the same, with no roles in it."
      since="the consent page was the ordinary sign-in with a resource parameter, and its code was redeemed for a first token. Today /adminconsent asks for nothing but the consent; it answers with the tenant’s id in the address and no code at all."
    >
      {ask ? (
        <>
          <div className={styles.row}>
            <Button
              kind={hasAgreed ? 'plain' : 'primary'}
              disabled={!application}
              isBusy={lab.isBusy}
              onClick={() =>
                void lab.run(async () => ({
                  application: await agree(ask, lab.clientId, resource.title),
                }))
              }
            >
              Agree as the administrator
            </Button>
          </div>
          <p>
            In the simulated tenant this button does what Accept does on Microsoft’s page:
            ActivityFeed.Read for all of Northlight.
          </p>
        </>
      ) : (
        <>
          <Code
            label="Where the administrator goes"
            text={`${cloud().signInPages}/${segment}/v2.0/adminconsent?${query}`}
          />
          <TextField
            label="The address that the browser came back to"
            description="Its tenant and admin_consent are read here; nothing is sent."
            value={address}
            onValue={readAddress}
          />
        </>
      )}
    </Step>
  );
}

function TenantId({ lab }: { lab: Lab }) {
  return (
    <Step
      title="The tenant’s id, from a token"
      done={isClientId(lab.tenant)}
      what="The application asks one tenant for its token and names it in the address, so it has to know its id: the claim tid of any token that a person of that tenant got. Your session’s is filled in."
      since="the id had to be cut out of the access token that came with the administrator’s code. The consent page now says it; and access tokens are not for clients to read: use the id_token’s tid."
    >
      <TextField
        label="Tenant id (tid)"
        value={lab.tenant}
        placeholder="00000000-0000-0000-0000-000000000000"
        onValue={(tenant) => lab.change({ tenant, assertion: undefined, token: undefined })}
      />
    </Step>
  );
}
