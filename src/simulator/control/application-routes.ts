/** Control calls about applications: which ones the directory knows, and what proves one of them. */
import { guid } from '#simulator/seed/random.ts';
import type { Router } from '#simulator/router/router.ts';
import { company } from '#simulator/seed/company.ts';
import type { Certificate, Registration } from '#simulator/entra/registrations.ts';
import { readBytes } from '#simulator/entra/keys.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';
import { readCertificate } from '#simulator/entra/x509.ts';
import { steer } from '#simulator/steering.ts';
import { isObject } from './call-bodies.ts';
import { described } from './knowledge.ts';
import { BadCall, type Steered } from './steered.ts';

const audiences = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
];

export function addApplicationCalls(routes: Router, { store, entra }: Steered): void {
  const keep = (registration: Registration) =>
    steer(store, ({ applications }) => ({
      applications: [
        ...applications.filter(({ clientId }) => clientId !== registration.clientId),
        registration,
      ],
    }));
  routes.get('/control/applications', (c) => c.json(entra.applications.map(described)));
  routes.post('/control/applications', async (c) => {
    const wanted = await c.req.json<Wanted>();
    const clientId = String(
      wanted.clientId ?? guid(entra.seed, entra.applications.length, 64),
    ).toLowerCase();
    const before = entra.applications.find((each) => each.clientId === clientId);
    const registration = await registrationOf({ ...wanted, clientId }, before);
    await keep(registration);
    return c.json(described(registration));
  });
  routes.post('/control/certificates', async (c) => {
    const { clientId, certificate } = await c.req.json<{ clientId: string; certificate: string }>();
    const application = entra.applications.find((each) => each.clientId === clientId);
    if (!application) throw new BadCall(`No application has the client id ${clientId}.`);
    const read = await asCertificate(certificate);
    const certificates = [...(application.certificates ?? []), read];
    await keep({ ...application, certificates });
    return c.json({ x5t: read.sha1, 'x5t#S256': read.sha256 });
  });
}

/** Certificates come as text: PEM, or DER in base64; or as a scenario has them. */
export type Wanted = Partial<Omit<Registration, 'certificates'>> & {
  readonly certificates?: readonly unknown[];
};

/**
 * @param before what it was until now
 * @throws {BadCall}
 */
export async function registrationOf(
  { certificates, ...wanted }: Wanted,
  before?: Registration,
): Promise<Registration> {
  if (wanted.clientId === undefined) throw new BadCall('An application has a clientId.');
  const registration = {
    displayName: 'An application',
    audience: 'AzureADandPersonalMicrosoftAccount' as const,
    tenantId: company.tenantId,
    redirectUris: [],
    ...before,
    ...wanted,
    ...(certificates ? { certificates: await Promise.all(certificates.map(certificateOf)) } : {}),
    clientId: wanted.clientId.toLowerCase(),
  };
  if (!audiences.includes(registration.audience))
    throw new BadCall(`audience is one of ${audiences.join(', ')}.`);
  return registration;
}

/** A registration as JSON can have it, which has no bytes. */
export function written({ certificates, ...registration }: Registration): Wanted {
  return {
    ...registration,
    ...(certificates
      ? {
          certificates: certificates.map(({ publicKey, ...hashes }) => ({
            ...hashes,
            publicKey: toBase64Url(publicKey),
          })),
        }
      : {}),
  };
}

/** @throws {BadCall} */
async function certificateOf(given: unknown): Promise<Certificate> {
  const { publicKey, sha1, sha256 } = isObject(given) ? given : {};
  const bytes = typeof publicKey === 'string' ? readBytes(publicKey) : undefined;
  if (bytes && typeof sha1 === 'string' && typeof sha256 === 'string')
    return { publicKey: bytes, sha1, sha256 };
  return asCertificate(given);
}

/** @throws {BadCall} */
function asCertificate(text: unknown): Promise<Certificate> {
  const read = typeof text === 'string' ? readCertificate(text) : Promise.reject(new TypeError());
  // What the decoders say of it is of no help to whoever pasted it.
  return read.catch(() => {
    const why = /PRIVATE KEY/.test(String(text)) ? ' What came is a private key: keep it.' : '';
    throw new BadCall(
      `That cannot be read as an X.509 certificate with an RSA key. Expected is PEM, from -----BEGIN CERTIFICATE----- to its END, or the base64 of the DER.${why}`,
    );
  });
}
