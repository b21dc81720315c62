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
  /** `graph=https://graph.localhost:9443` each. */
  map?: string[];
  /** Milliseconds since 1970, at which the clock stands. */
  clock?: number;
}): Promise<TenantServer>;
