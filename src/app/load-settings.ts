/** The settings of this document: the person's own choice, else the deployment's `config.json`, else the simulated tenant. */
import { readChosenSettings } from '#config/settings-store.ts';
import { parseSettings, simulatedSettings, type Settings } from '#config/settings.ts';
import { connect, network, send } from '#http/send.ts';

/** @param begun those of the attempt that this document is the callback of */
export async function loadSettings(begun: Settings | undefined): Promise<Settings> {
  return begun ?? readChosenSettings() ?? (await deploymentSettings()) ?? simulatedSettings;
}

/** @returns undefined when the file is missing or not usable: the product then stays in the simulated tenant */
async function deploymentSettings(): Promise<Settings | undefined> {
  connect(network, [location.origin]);
  try {
    const url = new URL(`${import.meta.env.BASE_URL}config.json`, location.origin).href;
    const response = await send(
      url,
      { credentials: 'same-origin' },
      { cause: 'start', stamp: 'none' },
    );
    return response.ok ? parseSettings(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}
