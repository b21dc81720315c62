/** Places within screens, for code that comes with those screens; what opens first does not carry them. */
import { paths } from './paths.ts';

export const innerPaths = {
  sites: `${paths.files}/sites`,
  site: (site: string) => `${paths.files}/sites/${encodeURIComponent(site)}`,
  drive: (drive: string) => `${paths.files}/${encodeURIComponent(drive)}`,
  health: (view: 'services' | 'messages') => `${paths.health}/${view}`,
  request: (url: string) => `${paths.requests}?method=GET&url=${encodeURIComponent(url)}`,
} as const;
