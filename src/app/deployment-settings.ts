/** What the deployment has set in `config.json`. */
import { parseSettings, simulatedSettings, type Settings } from '#config/settings.ts';
import { connect, network, send } from '#http/send.ts';

/** A file that is missing or not usable leaves the product in the simulated tenant. */
export async function deploymentSettings(): Promise<Settings> {
  // Before any world is entered: its origins take the place of this one.
  connect(network, (origin) => origin === location.origin);
  try {
    const url = new URL(`${import.meta.env.BASE_URL}config.json`, location.origin).href;
    const init = { credentials: 'same-origin' } as const;
    const response = await send(url, init, { cause: 'start', stamp: 'none' });
    return (response.ok ? parseSettings(await response.json()) : undefined) ?? simulatedSettings;
  } catch {
    return simulatedSettings;
  }
}
