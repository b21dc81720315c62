/** What the other services shall do, as somebody has chosen; what there is to choose is loaded by whoever steers. */
import type { SwitchName } from '#simulator/control/switches.ts';
import type { TenantStore } from '#simulator/tenant-context.ts';

export type Choices = Partial<Record<string, string>>;

export const key = 'service switches';

/** Of every switch, until something else is chosen. */
export const usual = 'answers';

export async function chosen(store: TenantStore, name: SwitchName): Promise<string> {
  return (await store.read<Choices>(key))?.[name] ?? usual;
}
