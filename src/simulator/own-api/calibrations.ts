/** Calibration records: made from the seed, and those that were added since. */
import { projects } from '#simulator/seed/phrases.ts';
import { dice, guid } from '#simulator/seed/random.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';

export interface Calibration {
  readonly id: string;
  readonly instrument: string;
  readonly status: 'valid' | 'due' | 'failed';
  readonly deviation: number;
  readonly unit: 'nm';
  readonly calibratedAt: string;
  readonly dueAt: string;
  readonly by: string;
}

export interface Draft {
  readonly instrument: string;
  readonly deviation: number;
}

const count = 140;
const day = 86_400_000;
const key = 'added calibrations';

export function createCalibrations(context: TenantContext) {
  const added = async () => (await context.store.read<readonly Calibration[]>(key)) ?? [];
  return {
    /** The newest first. */
    list: async () => [
      ...(await added()),
      ...Array.from({ length: count }, (_, at) => calibration(context, at)),
    ],
    async add({ instrument, deviation }: Draft, person: Person): Promise<Calibration> {
      const before = await added();
      const now = context.now();
      const made: Calibration = {
        id: guid(context.seed, before.length, 91),
        instrument,
        status: Math.abs(deviation) > 20 ? 'failed' : 'valid',
        deviation,
        unit: 'nm',
        calibratedAt: new Date(now).toISOString(),
        dueAt: new Date(now + 365 * day).toISOString(),
        by: person.displayName,
      };
      await context.store.write(key, [made, ...before]);
      return made;
    },
  };
}

function calibration({ now, seed, people }: TenantContext, at: number): Calibration {
  const roll = dice(seed, at, 90);
  const today = Math.floor(now() / day) * day;
  const age = at * 4 + roll.below(4);
  const deviation = roll.below(500) / 20 - 2;
  return {
    id: guid(seed, at, 92),
    instrument: `${roll.of(['Interferometer', 'Autocollimator', 'Reference flat', 'Spectrometer'])} ${roll.of(projects)} ${roll.below(90) + 10}`,
    status: deviation > 20 ? 'failed' : age > 365 ? 'due' : 'valid',
    deviation,
    unit: 'nm',
    calibratedAt: new Date(today - age * day).toISOString(),
    dueAt: new Date(today + (365 - age) * day).toISOString(),
    by: roll.of(people).displayName,
  };
}

export async function readDraft(request: Request): Promise<Draft | { readonly wrong: string }> {
  const body = (await request.json().catch(() => undefined)) as Partial<Draft> | null | undefined;
  if (typeof body !== 'object' || body === null) return { wrong: 'The body is no JSON object.' };
  const { instrument, deviation } = body;
  if (typeof instrument !== 'string' || instrument.trim() === '' || instrument.length > 200)
    return { wrong: 'The instrument is a name of at most 200 letters.' };
  if (typeof deviation !== 'number' || !Number.isFinite(deviation))
    return { wrong: 'The deviation is a number.' };
  return { instrument: instrument.trim(), deviation };
}
