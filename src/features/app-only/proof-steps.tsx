import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { saveFile } from '#ui/save-file.ts';
import { SelectField, TextAreaField } from '#ui/text-field.tsx';
import { askForToken, certify } from './application-api.ts';
import { keyCredentials, signAssertion, tokenCommand } from './assertion.ts';
import type { Algorithm } from './credential.ts';
import { Code, Step } from './step.tsx';
import type { Lab } from './use-lab.ts';
import styles from './app-only.module.css';

const fetchCredentials = () => import('./credential.ts');

/** A key, what the directory is told of it, what is signed with it, and what that gets. */
export function ProofSteps({ lab }: { lab: Lab }) {
  return (
    <>
      <Key lab={lab} />
      <Manifest lab={lab} />
      <Sign lab={lab} />
      <Token lab={lab} />
    </>
  );
}

function Key({ lab }: { lab: Lab }) {
  const [pem, setPem] = useState('');
  const { credential } = lab;
  const fresh = { assertion: undefined, token: undefined };
  return (
    <Step
      title="A key and its certificate"
      done={credential !== undefined}
      what="The private key never leaves its owner; here it is in the memory of this page until the screen is left. The certificate is public and may be self-signed: Entra compares thumbprints and asks no authority."
      since="makecert is gone; openssl req -x509 or New-SelfSignedCertificate take its place. 2048 bits are still the least. SHA-1 thumbprints still name a certificate; SHA-256 ones are what the documentation shows."
    >
      <div className={styles.row}>
        <Button
          kind="primary"
          disabled={lab.isBusy}
          onClick={() =>
            void lab.run(async () => {
              const { makeCredential } = await fetchCredentials();
              return { ...fresh, credential: await makeCredential('Night watch', 365, new Date()) };
            })
          }
        >
          Make a key and a certificate
        </Button>
        {credential?.exportKey && (
          <Button
            icon="download"
            onClick={() =>
              void lab.run(async () => {
                const key = await credential.exportKey?.();
                saveFile(new Blob([`${key}${credential.pem}`]), 'night-watch.pem');
                return {};
              })
            }
          >
            Save key and certificate
          </Button>
        )}
      </div>
      <details>
        <summary>Take one from PEM</summary>
        <TextAreaField
          label="Key (PKCS#8) and certificate, PEM"
          description="Read in this page; nothing is sent or kept, and the field is emptied."
          isCode
          value={pem}
          onValue={setPem}
        />
        <Button
          disabled={pem.trim() === '' || lab.isBusy}
          onClick={() =>
            void lab.run(async () => {
              const { readCredential } = await fetchCredentials();
              const read = await readCredential(pem);
              setPem('');
              return { ...fresh, credential: read };
            })
          }
        >
          Take it
        </Button>
      </details>
      {credential && (
        <dl className={styles.facts}>
          <dt>Subject</dt>
          <dd>
            {credential.subject}, RSA {credential.bits}
          </dd>
          <dt>Valid until</dt>
          <dd>{credential.notAfter.toISOString().slice(0, 10)}</dd>
          <dt>SHA-1</dt>
          <dd>{credential.thumbprints.sha1.hex}</dd>
          <dt>x5t</dt>
          <dd>{credential.thumbprints.sha1.base64url}</dd>
          <dt>SHA-256</dt>
          <dd>{credential.thumbprints.sha256.hex}</dd>
          <dt>x5t#S256</dt>
          <dd>{credential.thumbprints.sha256.base64url}</dd>
        </dl>
      )}
    </Step>
  );
}

function Manifest({ lab }: { lab: Lab }) {
  const [keyId] = useState(() => crypto.randomUUID());
  const { ask, credential, application } = lab;
  const isThere = application?.certificates.some(
    ({ x5t }) => x5t === credential?.thumbprints.sha1.base64url,
  );
  return (
    <Step
      title="The certificate at the application"
      done={credential !== undefined && (isThere ?? lab.token?.claims !== undefined)}
      what="The directory is given the certificate, in the manifest or by upload. Several may stand there side by side, so that one can follow the other."
      since="the manifest is edited in the admin center instead of downloaded and uploaded; in its Graph format the member with the certificate is called key, which was value."
    >
      {credential ? (
        <>
          {ask && (
            <div className={styles.row}>
              <Button
                kind="primary"
                disabled={lab.isBusy || !application}
                onClick={() =>
                  void lab.run(async () => ({
                    application: await certify(ask, lab.clientId, credential.pem),
                  }))
                }
              >
                Add it in the simulated tenant
              </Button>
            </div>
          )}
          <Code
            label="Manifest, Microsoft Graph format"
            text={keyCredentials(credential, 'key', keyId)}
          />
          <Code label="Manifest, older format" text={keyCredentials(credential, 'value', keyId)} />
          <Code label="Certificate (PEM)" text={credential.pem} />
        </>
      ) : (
        <p>First a certificate.</p>
      )}
    </Step>
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
          kind="primary"
          disabled={!credential || !lab.isNamed || lab.isBusy}
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
                kind="primary"
                disabled={lab.isBusy}
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
          {token && !token.claims && (
            <Code label={`Refused: ${token.status}`} text={JSON.stringify(token.answer, null, 2)} />
          )}
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
