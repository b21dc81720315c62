export interface TenantServer {
  port: number;
  certificatePath: string;
  /** SHA-256 of the certificate. */
  fingerprint: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  spki: string;
  stop: () => Promise<void>;
}
export function startTenant(wish?: {
  port?: number;
  seed?: number;
  appOrigins?: string[];
}): Promise<TenantServer>;
