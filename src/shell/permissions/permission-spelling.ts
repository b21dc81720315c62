/** How words of permissions' names are written in a sentence: in whole, joined, and in what number. */

/** Written as they are, although their letters would divide them. */
export const brands: readonly string[] = [
  ...['SharePoint', 'OneDrive', 'eDiscovery', 'PowerPoint', 'BitLocker', 'Bitlocker', 'Entra'],
  ...['Azure', 'Exchange', 'Microsoft', 'Windows', 'Yammer', 'Outlook', 'Defender', 'Intune'],
  ...['Teams', 'Viva', 'QnA', 'B2B', 'Copilot', 'Dynamics'],
];

/** What names cut short, write as one word, or spell otherwise than the rest of this product. */
export const wholeWords: Readonly<Record<string, string>> = {
  analyzed: 'analysed',
  anon: 'anonymous',
  auth: 'authentication',
  behavior: 'behaviour',
  bitlocker: 'BitLocker',
  cert: 'certificate',
  config: 'configuration',
  cred: 'credential',
  edu: 'school',
  ext: 'extension',
  fed: 'federated',
  hello: 'Hello',
  info: 'information',
  microsoft365: 'Microsoft 365',
  mgmt: 'management',
  oauth: 'OAuth',
  org: 'organisation',
  organization: 'organisation',
  organizations: 'organisations',
  organizational: 'organisational',
  prem: 'premises',
  pstn: 'PSTN',
  sec: 'security',
  spiffe: 'SPIFFE',
  synchronization: 'synchronisation',
  tap: 'temporary access pass',
  tls: 'TLS',
  todo: 'To Do',
};

/** Words that belong together before another. */
export const hyphened: readonly (readonly [apart: RegExp, together: string])[] = [
  [/\bx tenant\b/g, 'cross-tenant'],
  [/\b(cross|multi) tenant\b/g, '$1-tenant'],
  [/\bon premises\b/g, 'on-premises'],
  [/\breal time\b/g, 'real-time'],
  [/\bself initiated\b/g, 'self-initiated'],
  [/\bsign in (?=\w)/g, 'sign-in '],
];

/** What stands in the plural already, what nobody counts, and abbreviations and brands, whose plural is nobody's. */
export const uncounted =
  /(?:s|ing|access|assign|content|curricula|data|[Dd]iscovery|governance|health|information|infrastructure|intelligence|management|restore|security|synchronisation|teamwork|telemetry|[A-Z])$/;

/** Among these. */
export const counted = /(?:meeting|recording|setting| PC| ID)$/;
