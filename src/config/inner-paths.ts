/** Places within screens, for code that comes with those screens; what opens first does not carry them. */
import { paths } from './paths.ts';

export const innerPaths = {
  sites: `${paths.files}/sites`,
  site: (site: string) => `${paths.files}/sites/${encodeURIComponent(site)}`,
  drive: (drive: string) => `${paths.files}/${encodeURIComponent(drive)}`,
  /** A drive, and the site that leads back from it. */
  library: (drive: string, site: string) =>
    `${paths.files}/${encodeURIComponent(drive)}?site=${encodeURIComponent(site)}`,
  health: (view: 'services' | 'messages') => `${paths.health}/${view}`,
  request: (url: string) => `${paths.requests}?method=GET&url=${encodeURIComponent(url)}`,
} as const;
