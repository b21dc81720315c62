import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { TextAreaField } from '#ui/text-field.tsx';
import type { Tell } from './simulator-screen.tsx';
import styles from './simulator-screen.module.css';

/** Of the confidential application that the tenant comes with. */
const nightlyExport = '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2';

/** What proves an application that signs in by itself: its certificate goes to the directory, its key to nobody. */
export function CertificateForm({ tell }: { tell: Tell }) {
  const [certificate, setCertificate] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tell('certificates', { clientId: nightlyExport, certificate });
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
    </form>
  );
}
