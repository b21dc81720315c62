/** What the deployment has set in `config.json`. */
import { parseDeployment, plainDeployment, unreadDeployment } from '#config/deployment.ts';
import type { Deployment } from '#config/deployment.ts';
import { sendToOwn } from '#http/send.ts';

/** A file that is missing leaves the product in the simulated tenant; so does one that cannot be used. */
export async function readDeployment(): Promise<Deployment> {
  try {
    const url = new URL(`${import.meta.env.BASE_URL}config.json`, location.origin).href;
    const response = await sendToOwn(url);
    if (response.status === 404) return plainDeployment;
    return response.ok ? parseDeployment(await response.json()) : unreadDeployment;
  } catch {
    return unreadDeployment;
  }
}
