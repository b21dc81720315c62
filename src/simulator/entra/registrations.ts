/** The applications that the directory knows: who may use them, where answers may go, what they may become. */
import { company } from '#simulator/seed/company.ts';
import { consumerTenant, otherCompany } from '#simulator/seed/tenants.ts';

/** What a redirect URI was registered as; it decides who may redeem the code that is sent there. */
export type Platform = 'spa' | 'web' | 'native';

export interface RedirectUri {
  readonly uri: string;
  readonly type: Platform;
}

/** `signInAudience` of the registration, in the manifest's words. */
export type Audience =
  | 'AzureADMyOrg'
  | 'AzureADMultipleOrgs'
  | 'AzureADandPersonalMicrosoftAccount'
  | 'PersonalMicrosoftAccount';

/** A public certificate of an application that proves itself with a signed assertion; hashes are base64url. */
export interface Certificate {
  /** Subject public key info, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** `x5t`: SHA-1 of the certificate. */
  readonly sha1: string;
  /** `x5t#S256` */
  readonly sha256: string;
}

export interface Registration {
  readonly clientId: string;
  readonly displayName: string;
  readonly audience: Audience;
  /** The tenant that it is registered in. */
  readonly tenantId: string;
  readonly redirectUris: readonly RedirectUri[];
  /** What `/.default` asks for: names by title of the resource. Not said: what each resource lists. */
  readonly requires?: Readonly<Record<string, readonly string[]>>;
  /** Application permissions that an administrator has agreed to, by title of the resource. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  /** In which tenants only assigned people may use it. */
  readonly assignmentRequiredIn?: readonly string[];
  readonly certificates?: readonly Certificate[];
  readonly secret?: string;
  /** Switched off by its owner. */
  readonly disabled?: boolean;
}

/** The client id that the product comes with. */
export const productClientId = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';

/** @param redirects where the product is served from */
export function seededRegistrations(redirects: readonly string[]): readonly Registration[] {
  return [
    {
      clientId: productClientId,
      displayName: 'Grantscope',
      audience: 'AzureADandPersonalMicrosoftAccount',
      tenantId: company.tenantId,
      redirectUris: redirects.map((uri) => ({ uri, type: 'spa' })),
      assignmentRequiredIn: [company.tenantId],
    },
    {
      clientId: 'c2a90d64-7f3b-4e18-b5c6-1d8e0f47a293',
      displayName: 'Lens Catalogue',
      audience: 'AzureADMyOrg',
      tenantId: company.tenantId,
      redirectUris: [
        { uri: 'http://localhost/lens', type: 'spa' },
        { uri: 'https://lens.northlight.example/signed-in', type: 'web' },
      ],
      secret: 'simulated-secret-of-the-lens-catalogue',
    },
    {
      clientId: '71e4b8f0-2d95-4a6c-9e13-c80b5f6d7a24',
      displayName: 'Shift Planner',
      audience: 'AzureADMultipleOrgs',
      tenantId: otherCompany.tenantId,
      redirectUris: [
        { uri: 'http://localhost/shifts', type: 'spa' },
        { uri: 'http://localhost', type: 'native' },
      ],
      requires: { 'Microsoft Graph': ['User.Read', 'Calendars.Read'] },
    },
    {
      clientId: 'e6d13c57-08ba-4f92-a7d4-5b9c2e1f8063',
      displayName: 'Pocket Notes',
      audience: 'PersonalMicrosoftAccount',
      tenantId: consumerTenant,
      redirectUris: [{ uri: 'http://localhost/pocket', type: 'spa' }],
    },
    {
      clientId: '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2',
      displayName: 'Nightly Audit Export',
      audience: 'AzureADMyOrg',
      tenantId: company.tenantId,
      redirectUris: [],
      roles: {
        'Office 365 Management APIs': ['ActivityFeed.Read', 'ServiceHealth.Read'],
        'Microsoft Graph': ['User.Read.All', 'ServiceHealth.Read.All'],
        'Northlight Calibration API': ['Calibrations.Read.All'],
      },
    },
    {
      clientId: 'a8c05e91-3f7d-4b26-b1e8-6f2d9c04753e',
      displayName: 'Retired Timesheets',
      audience: 'AzureADMyOrg',
      tenantId: company.tenantId,
      redirectUris: [{ uri: 'http://localhost/timesheets', type: 'spa' }],
      disabled: true,
    },
  ];
}

/**
 * Exact, but for two things: the port of this machine, which Entra ignores so that any development server may be used, and
 * the slash of an address without a path, which is the same address.
 */
export function registeredRedirect(client: Registration, uri: string): RedirectUri | undefined {
  return client.redirectUris.find((known) => plain(known.uri) === plain(uri));
}

function plain(uri: string): string {
  return uri
    .replace(/^(https?:\/\/(localhost|127\.0\.0\.1))(:\d+)?(?=\/|$)/, '$1')
    .replace(/^(https?:\/\/[^/]+)\/$/, '$1');
}
