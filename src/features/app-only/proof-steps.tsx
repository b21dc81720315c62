import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { askForToken } from './application-api.ts';
import { signAssertion, tokenCommand } from './assertion.ts';
import type { Algorithm } from './credential.ts';
import { Code, Refused, Step } from './step.tsx';
import type { Lab } from './use-lab.ts';
import styles from './app-only.module.css';

/** What is signed with the key, and what that gets. */
export function ProofSteps({ lab }: { lab: Lab }) {
  return (
    <>
      <Sign lab={lab} />
      <Token lab={lab} />
    </>
  );
}

function Sign({ lab }: { lab: Lab }) {
  const { credential, assertion, algorithm, clientId, endpoint } = lab;
  const [lifetime, setLifetime] = useState('300');
  return (
    <Step
      title="The assertion"
      done={assertion !== undefined}
      what="A short JWT in which the application says who it is, to this one endpoint, and signs it. Whoever has it can get a token until it is over: some minutes are enough."
      since="RS256 with x5t is what the story was told with, and works still; PS256 with x5t#S256 is what is documented now. The audience is the v2.0 endpoint at login.microsoftonline.com instead of login.windows.net."
    >
      <div className={styles.row}>
        <SelectField
          label="Signature"
          value={algorithm}
          onValue={(value) => lab.change({ algorithm: value as Algorithm, assertion: undefined })}
        >
          <option value="PS256">PS256, x5t#S256</option>
          <option value="RS256">RS256, x5t</option>
        </SelectField>
        <SelectField label="Lifetime" value={lifetime} onValue={setLifetime}>
          <option value="300">5 minutes</option>
          <option value="600">10 minutes</option>
        </SelectField>
        <Button
          kind={assertion ? 'plain' : 'primary'}
          disabled={!credential || !lab.isNamed}
          isBusy={lab.isBusy}
          onClick={() =>
            credential &&
            void lab.run(async () => ({
              assertion: await signAssertion(credential, {
                ...{ clientId, endpoint, algorithm },
                lifetime: Number(lifetime),
                now: Date.now(),
              }),
            }))
          }
        >
          Sign
        </Button>
      </div>
      {assertion && (
        <>
          <Code label="Header" text={JSON.stringify(assertion.header, null, 2)} />
          <Code label="Claims" text={JSON.stringify(assertion.claims, null, 2)} />
        </>
      )}
    </Step>
  );
}

function Token({ lab }: { lab: Lab }) {
  const { ask, assertion, token, resource, tenant, clientId, endpoint } = lab;
  return (
    <Step
      title="The token"
      done={token?.claims !== undefined}
      what={
        ask
          ? 'The request is really sent, to the simulated endpoint. Its token stays in the worker; here is what is in it: roles in the place of scp, and nobody’s name.'
          : 'Microsoft refuses this request when a browser sends it from another origin: the endpoint answers no such page, because a credential that a page can use is in the hands of everybody who opens the page. Run the command in a shell.'
      }
      since="scope={resource}/.default takes the place of resource=, and there is one endpoint for all; times are numbers, not texts."
    >
      {assertion ? (
        <>
          {ask && (
            <div className={styles.row}>
              <Button
                kind={token?.claims ? 'plain' : 'primary'}
                isBusy={lab.isBusy}
                onClick={() =>
                  void lab.run(async () => ({
                    token: await askForToken(tenant, clientId, assertion.text, resource),
                    subscriptions: undefined,
                  }))
                }
              >
                Ask for the token
              </Button>
            </div>
          )}
          {token?.claims && (
            <Code
              label="Claims of the application’s token"
              text={JSON.stringify(token.claims, null, 2)}
            />
          )}
          {token && !token.claims && <Refused status={token.status} body={token.answer} />}
          <details>
            <summary>The whole request as curl, assertion included</summary>
            <Code
              label="The token request for curl"
              text={tokenCommand(endpoint, clientId, resource.identifier, assertion.text)}
            />
          </details>
        </>
      ) : (
        <p>First an assertion.</p>
      )}
    </Step>
  );
}
