// What `npm run tenant` says: how it is called, and how a browser or curl comes to it.
import { controlHost, originsOf, roles } from './tenant-hosts.mjs';

export const usage = `Serves the simulated Microsoft 365 over TLS at Microsoft's host names.
  --port <n>             default 9443; 0 takes a free one
  --seed <n>             other invented mailboxes
  --clock <time>         the clock stands at that moment, as 2026-11-20T14:30:00Z, until it is moved
  --map <role>=<origin>  another origin for one of the hosts; may be repeated
                         (roles: ${roles.join(', ')})
  --app-origin <origin>  where the app is served from; may be repeated (default http://localhost, any port)
  --mailbox-size <n>     messages in each inbox that holds any
  --scenario <file>      JSON of the tenant's state, as GET /control/scenario gives it
  --cert <file>          a certificate of your own for those names (PEM), with
  --key <file>           its private key
  --help                 this text`;

export function explain({ port, hosts, certificatePath, fingerprint, spki }) {
  const names = originsOf(hosts).map((origin) => new URL(origin).host);
  const mapped = names
    .filter((name) => !name.includes(':'))
    .map((name) => `MAP ${name}:443 127.0.0.1:${port}`)
    .join(',');
  return `The simulated tenant answers at 127.0.0.1:${port} for
  ${names.join('\n  ')}

Certificate   ${certificatePath}
  SHA-256     ${fingerprint}

Chromium      --host-resolver-rules="${mapped}"
              --ignore-certificate-errors-spki-list=${spki}
curl          curl --cacert ${certificatePath} --connect-to ::127.0.0.1:${port} \\
                ${hosts.login}/common/v2.0/.well-known/openid-configuration

Steering      POST https://${controlHost}/control/... (docs/simulator.md)
Ctrl+C stops it.`;
}
