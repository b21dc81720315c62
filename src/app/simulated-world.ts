/** The simulated tenant of this document; its memory is shared with the simulated pages through the browser. */
import { clouds } from '#config/clouds.ts';
import { paths } from '#config/paths.ts';
import type { Transport } from '#http/send.ts';
import { asABrowserShows } from './as-a-browser-shows.ts';
import { withBase } from './base-path.ts';
import { Quiet } from './quiet.ts';
import { showOnly } from './show-only.ts';

const { simulated } = clouds;

const hosts = {
  login: simulated.login,
  signInPages: simulated.signInPages,
  graph: simulated.graph.origin,
  discovery: simulated.discovery?.origin ?? '',
  exchange: simulated.exchange?.origin ?? '',
  management: simulated.management?.origin ?? '',
  sharePointSuffix: simulated.sharePointSuffix,
  ownApi: 'https://api.simulated.invalid',
};

/** The whole of it as one function. */
export async function openSimulatedTenant() {
  const [{ createTenant }, { createIndexedDbStore }] = await Promise.all([
    import('#simulator/tenant.ts'),
    import('#simulator/indexed-db-store.ts'),
  ]);
  return createTenant({
    hosts,
    store: createIndexedDbStore(),
    clientRedirects: [paths.callback('simulated'), paths.adminConsent('simulated')].map(
      (path) => location.origin + withBase(path),
    ),
  });
}

/** Who answers in the place of the network: as much of it as a page would be shown. */
export async function openSimulatedTransport(): Promise<Transport> {
  const tenant = await openSimulatedTenant();
  const quiet = new Quiet();
  // The first pages in the moment after a token was given, while the screen that will use it is on its way; the others
  // when nobody waits.
  // Without any of it, mail comes all the same.
  void tenant
    .warmUp({
      pause: (page) => (page === 0 ? quiet.answered() : page < 3 ? quiet.free() : quiet.moment()),
    })
    .catch(() => undefined);
  return async (request) => asABrowserShows(await quiet.during(() => tenant.fetch(request)));
}

/** A document of the simulated Microsoft: its pages at an own address, because its host cannot be visited. */
export async function showSimulatedPage(): Promise<void> {
  const [{ showMicrosoftPage }, tenant] = await Promise.all([
    import('#simulator/microsoft-page.ts'),
    openSimulatedTenant(),
  ]);
  await showMicrosoftPage(document, location.href, tenant, hosts).catch((error: unknown) =>
    showOnly(
      'The simulated Microsoft 365 cannot start here',
      `It keeps its people, keys and consents in a database of this browser (IndexedDB), which could not be used. Allow this address to store data, or use a window that does, and reload. (${String(error)})`,
    ),
  );
}

/** Who answers the control panel: a tenant of this document, which shares its memory with the worker's and the pages'. */
export async function openSimulatorPanel(): Promise<(request: Request) => Promise<Response>> {
  const tenant = await openSimulatedTenant();
  return (request) => tenant.fetch(request);
}
