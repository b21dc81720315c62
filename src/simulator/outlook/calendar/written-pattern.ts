/** Reads the recurrence that a client writes (Graph patternedRecurrence resource). */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import type { Pattern, Range } from '#simulator/seed/recurrence.ts';

export type Wire = Readonly<Record<string, unknown>>;

const badRecurrence = () =>
  new GraphRefusal(400, 'ErrorPropertyValidationFailure', 'The recurrence cannot be read.');

const day = 86_400_000;

/** @throws {GraphRefusal} for what recurs on no day */
export function readPattern(given: Wire): Pattern {
  const types = [
    'daily',
    'weekly',
    'absoluteMonthly',
    'relativeMonthly',
    'absoluteYearly',
    'relativeYearly',
  ] as const;
  const type = types.find((each) => each.toLowerCase() === String(given['type']).toLowerCase());
  const { interval = 1, daysOfWeek, dayOfMonth, month, index, firstDayOfWeek } = given;
  const needsDays = type === 'weekly' || type?.startsWith('relative');
  if (!type || !(Number(interval) >= 1) || (needsDays && !Array.isArray(daysOfWeek)))
    throw badRecurrence();
  const days = (daysOfWeek as string[] | undefined)?.map((each) => each.toLowerCase());
  return {
    type,
    interval: Number(interval),
    ...(days?.length ? { daysOfWeek: days as Pattern['daysOfWeek'] & object } : {}),
    ...(dayOfMonth ? { dayOfMonth: Number(dayOfMonth) } : {}),
    ...(month ? { month: Number(month) } : {}),
    ...(index ? { index: index as Pattern['index'] & string } : {}),
    ...(firstDayOfWeek
      ? { firstDayOfWeek: firstDayOfWeek as Pattern['firstDayOfWeek'] & string }
      : {}),
  };
}

/** @throws {GraphRefusal} without a day to begin on */
export function readRange(given: Wire): Range {
  const number = (name: string) => {
    const time = Date.parse(String(given[name]));
    if (Number.isNaN(time)) throw badRecurrence();
    return time / day;
  };
  const first = number('startDate');
  if (given['type'] === 'endDate') return { first, last: number('endDate') };
  if (given['type'] === 'numbered')
    return { first, occurrences: Math.max(1, Number(given['numberOfOccurrences'])) };
  return { first };
}
