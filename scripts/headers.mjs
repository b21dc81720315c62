// Writes the header files that static hosts read, from scripts/policy.mjs; a test says when they have gone stale.
// With the argument `nginx` it prints the snippets of docs/deploy.md instead.
import { writeFileSync } from 'node:fs';
import {
  appHeaders,
  assetHeaders,
  commonHeaders,
  headersFile,
  staticWebAppConfig,
} from './policy.mjs';

const folder = new URL('../public/', import.meta.url);

function snippet(name, headers) {
  const lines = Object.entries(headers).map(
    ([key, value]) => `add_header ${key} "${value}" always;`,
  );
  return `# snippets/${name}\n${lines.join('\n')}\n`;
}

if (process.argv[2] === 'nginx') {
  console.log(snippet('grantscope-common.conf', commonHeaders));
  console.log(snippet('grantscope-app.conf', appHeaders));
  console.log(snippet('grantscope-assets.conf', assetHeaders));
} else {
  writeFileSync(new URL('_headers', folder), headersFile());
  writeFileSync(
    new URL('staticwebapp.config.json', folder),
    `${JSON.stringify(staticWebAppConfig(), null, 2)}\n`,
  );
}
