/** Opens a HAR or a scenario file instead of this tab's own timeline. */
import { keepChosenSettings } from '#config/settings-store.ts';
import { settings } from '#config/settings.ts';
import { fromHar } from './har.ts';
import { isScenario, readScenario } from './scenario.ts';
import { showFile } from '#features/timeline/shown-timeline.ts';
import { tenantState } from '#shell/tenant-state.ts';

const most = 100_000_000;

/** @throws {Error} in words for a person */
export async function openTimelineFile(file: File): Promise<void> {
  if (file.size > most) throw new Error('The file has more than 100 MB.');
  const text = await file.text();
  if (!isScenario(text)) {
    const { exchanges, unread } = await fromHar(text);
    showFile({ name: file.name, exchanges, note: unreadInWords(unread) });
    return;
  }
  const scenario = await readScenario(text);
  const notes = [unreadInWords(scenario.unread)];
  const { settings: chosen, tenant } = scenario;
  if (chosen && JSON.stringify(chosen) !== JSON.stringify(settings())) {
    notes.push('Its registration has been chosen, and holds from the next load of this page on.');
    keepChosenSettings(chosen);
  }
  if (tenant !== undefined && tenant !== null && chosen?.cloud === 'simulated') {
    notes.push(
      (await tenantState().write(tenant))
        ? 'The simulated tenant is now as the file says.'
        : 'The simulated tenant’s state could not be taken over.',
    );
  }
  showFile({
    name: file.name,
    exchanges: scenario.exchanges,
    note: notes.filter(Boolean).join(' ') || undefined,
  });
}

function unreadInWords(unread: number): string | undefined {
  return unread > 0 ? `${unread} of its entries could not be read.` : undefined;
}
