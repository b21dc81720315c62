/** Opens a HAR or a scenario file instead of this tab's own timeline, and asks before anything else is changed. */
import { clouds } from '#config/clouds.ts';
import { keepChosenSettings } from '#config/settings-store.ts';
import { settings, type Settings } from '#config/settings.ts';
import { showFile, type OpenedFile } from '#features/timeline/shown-timeline.ts';
import { tenantState } from '#shell/tenant-state.ts';
import { fromHar } from './read-har.ts';
import { isScenario, readScenario } from './scenario.ts';

const most = 100_000_000;

/** What a scenario would change beyond the timeline that is shown. */
export interface ScenarioWishes {
  readonly opened: OpenedFile;
  /** Each with what holds now and what the file says. */
  readonly registration: readonly (readonly [what: string, now: string, then: string])[];
  readonly settings: Settings | undefined;
  /** Of the simulated tenant; `undefined` where there is none in the file, or no such world to put it into. */
  readonly tenant: unknown;
}

/**
 * @returns `undefined` when the file is shown; what it would change besides when a person has to say yes first
 * @throws {Error} in words for a person
 */
export async function openTimelineFile(file: File): Promise<ScenarioWishes | undefined> {
  if (file.size > most) throw new Error('The file has more than 100 MB.');
  const text = await file.text();
  // An archive of ten thousand messages is read once, not twice.
  const json = text.includes('grantscope-scenario') ? parsed(text) : undefined;
  if (!isScenario(json)) {
    const { exchanges, unread } = await fromHar(text);
    showFile({ name: file.name, exchanges, note: unreadInWords(unread) });
    return undefined;
  }
  const scenario = await readScenario(json as Record<string, unknown>);
  const { exchanges, settings: chosen, unread } = scenario;
  const registration = chosen ? differences(settings(), chosen) : [];
  const isHere = settings().cloud === 'simulated' && chosen?.cloud === 'simulated';
  const tenant = isHere ? (scenario.tenant ?? undefined) : undefined;
  const notes = [
    unreadInWords(unread),
    chosen ? undefined : 'Its registration cannot be used as it stands, and is left out.',
    chosen?.cloud === 'simulated' && !isHere && scenario.tenant
      ? 'Its simulated tenant can be taken over in the simulated world only: open it again there.'
      : undefined,
  ].filter((note) => note !== undefined);
  const opened = { name: file.name, exchanges, note: notes.join(' ') || undefined };
  if (registration.length === 0 && tenant === undefined) {
    showFile(opened);
    return undefined;
  }
  return { opened, registration, settings: chosen, tenant };
}

/** After a person said yes. */
export async function takeOver({
  opened,
  registration,
  settings: chosen,
  tenant,
}: ScenarioWishes): Promise<void> {
  const notes = [opened.note];
  if (chosen && registration.length > 0) {
    notes.push(
      keepChosenSettings(chosen)
        ? 'Its registration has been chosen, and holds from the next load of this page on.'
        : 'This browser keeps nothing, so that its registration could not be chosen.',
    );
  }
  if (tenant !== undefined) {
    notes.push(
      (await tenantState().write(tenant))
        ? 'The simulated tenant is now as the file says.'
        : 'The simulated tenant’s state could not be taken over.',
    );
  }
  showFile({ ...opened, note: notes.filter(Boolean).join(' ') || undefined });
}

function differences(now: Settings, then: Settings): ScenarioWishes['registration'] {
  const rows = [
    ['Cloud', clouds[now.cloud].title, clouds[then.cloud].title],
    ['Application (client) id', now.clientId, then.clientId],
    ['Tenant', now.tenant, then.tenant],
  ] as const;
  return rows.filter(([, one, other]) => one !== other);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadInWords(unread: number): string | undefined {
  return unread > 0 ? `${unread} of its entries could not be read.` : undefined;
}
