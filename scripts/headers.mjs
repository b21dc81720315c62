// Writes the header files that static hosts read, from scripts/policy.mjs. A test says when they have gone stale.
import { writeFileSync } from 'node:fs';
import { headersFile, staticWebAppConfig } from './policy.mjs';

const folder = new URL('../public/', import.meta.url);

writeFileSync(new URL('_headers', folder), headersFile());
writeFileSync(
  new URL('staticwebapp.config.json', folder),
  `${JSON.stringify(staticWebAppConfig(), null, 2)}\n`,
);
