import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { saveFile } from '#ui/save-file.ts';
import { TextAreaField } from '#ui/text-field.tsx';
import { certify } from './application-api.ts';
import { keyCredentials } from './assertion.ts';
import type { Credential } from './credential.ts';
import { Code, Step } from './step.tsx';
import type { Lab } from './use-lab.ts';
import styles from './app-only.module.css';

const fetchCredentials = () => import('./credential.ts');

/** A key, and what the directory is told of it. */
export function KeySteps({ lab }: { lab: Lab }) {
  return (
    <>
      <Key lab={lab} />
      <Manifest lab={lab} />
    </>
  );
}

function Key({ lab }: { lab: Lab }) {
  const [pem, setPem] = useState('');
  const [problem, setProblem] = useState<string>();
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
          kind={credential ? 'plain' : 'primary'}
          isBusy={lab.isBusy}
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
        <summary className={styles.fromPem}>Take one from PEM</summary>
        <div className={styles.pem}>
          <TextAreaField
            label="Key and certificate, PEM"
            description="Read in this page; nothing is sent or kept, and the field is emptied."
            isCode
            value={pem}
            problem={problem}
            onValue={(text) => {
              setPem(text);
              setProblem(undefined);
            }}
          />
          <Button
            disabled={pem.trim() === ''}
            isBusy={lab.isBusy}
            onClick={() =>
              void lab.run(async () => {
                const { readCredential } = await fetchCredentials();
                const read = await readCredential(pem).catch((error: unknown) => error);
                // What is wrong with the text is said beside it, and it stays to be mended.
                if (read instanceof Error) {
                  setProblem(read.message);
                  return {};
                }
                setPem('');
                return { ...fresh, credential: read as Credential };
              })
            }
          >
            Take it
          </Button>
        </div>
      </details>
      {credential && (
        <FactList
          facts={[
            { name: 'Subject', value: `${credential.subject}, RSA ${credential.bits}` },
            { name: 'Valid until', value: untilInWords(credential) },
            { name: 'SHA-1', value: credential.thumbprints.sha1.hex },
            { name: 'x5t', value: credential.thumbprints.sha1.base64url },
            { name: 'SHA-256', value: credential.thumbprints.sha256.hex },
            { name: 'x5t#S256', value: credential.thumbprints.sha256.base64url },
          ]}
        />
      )}
    </Step>
  );
}

function untilInWords({ notAfter, isOver }: Credential): string {
  const day = notAfter.toISOString().slice(0, 10);
  return isOver ? `${day}, which is over: Entra refuses it (AADSTS700027)` : day;
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
                kind={isThere ? 'plain' : 'primary'}
                disabled={!application}
                isBusy={lab.isBusy}
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
