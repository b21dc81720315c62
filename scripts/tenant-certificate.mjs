// The certificate that the tenant answers with: made for one run, or somebody's own.
import { X509Certificate, createHash, createPrivateKey } from 'node:crypto';
import { Misuse, readNamed } from './misuse.mjs';

/** @param {{ cert?: string, key?: string }} wish files of one's own; both or neither */
export function readOwnCertificate({ cert, key }) {
  if (!cert || !key) throw new Misuse('--cert and --key go together.');
  const text = readNamed('--cert', cert);
  const keyText = readNamed('--key', key);
  const parsed = parsedAs(() => new X509Certificate(text), `--cert: ${cert}`, 'certificate');
  const privateKey = parsedAs(() => createPrivateKey(keyText), `--key: ${key}`, 'private key');
  if (!parsed.checkPrivateKey(privateKey))
    throw new Misuse(`--key: ${key} is the key of another certificate than ${cert}.`);
  return described(keyText, text);
}

function parsedAs(parse, named, what) {
  try {
    return parse();
  } catch {
    throw new Misuse(`${named} holds no ${what} in PEM (-----BEGIN ${what.toUpperCase()}-----).`);
  }
}

function described(key, cert) {
  const parsed = new X509Certificate(cert);
  const spki = createHash('sha256')
    .update(parsed.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  return { key, cert, fingerprint: parsed.fingerprint256, spki };
}

/** The key is made for this run and never written down: a certificate for these names must not outlive it. */
export async function makeCertificate(names) {
  const { generate } = await import('selfsigned');
  const { private: key, cert } = await generate([{ name: 'commonName', value: names[0] }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 7 * 24 * 60 * 60_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
    ],
  });
  return described(key, cert);
}
