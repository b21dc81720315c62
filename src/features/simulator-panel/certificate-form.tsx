import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextAreaField } from '#ui/text-field.tsx';
import type { Tell } from './simulator-screen.tsx';
import styles from './simulator-screen.module.css';

/** Of the confidential application that the tenant comes with. */
const nightlyExport = '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2';

interface Fingerprints {
  /** SHA-1 and SHA-256, base64url. */
  readonly x5t: string;
  readonly 'x5t#S256': string;
}

/** As certificate stores and Entra's portal write it. */
function asHex(base64Url: string): string {
  return [...atob(base64Url.replaceAll('-', '+').replaceAll('_', '/'))]
    .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase())
    .join('');
}

/** What proves an application that signs in by itself: its certificate goes to the directory, its key to nobody. */
export function CertificateForm({ tell }: { tell: Tell }) {
  const [certificate, setCertificate] = useState('');
  const [registered, setRegistered] = useState<Fingerprints>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRegistered(undefined);
    tell('certificates', { clientId: nightlyExport, certificate }, 'POST', (answer) =>
      setRegistered(answer as Fingerprints),
    );
  };
  return (
    <form className={styles.certificate} onSubmit={submit}>
      <TextAreaField
        label="Certificate of Nightly Audit Export"
        value={certificate}
        onValue={setCertificate}
        rows={6}
        isCode
        description="PEM, or the base64 of the DER. Only the public certificate; the private key signs the assertion elsewhere."
      />
      <p>
        Client id <code>{nightlyExport}</code>. Then <code>client_credentials</code> with an
        assertion signed RS256 or PS256 gets a token with roles; before, AADSTS700027.
      </p>
      <Button type="submit" disabled={certificate.trim() === ''}>
        Register the certificate
      </Button>
      <div aria-live="polite">
        {registered && (
          <Notice icon="check" title="The certificate is registered">
            <p>
              Thumbprint <code>{asHex(registered.x5t)}</code>
            </p>
            <p>
              In the head of an assertion <code>x5t: {registered.x5t}</code> or{' '}
              <code>x5t#S256: {registered['x5t#S256']}</code>
            </p>
          </Notice>
        )}
      </div>
    </form>
  );
}
