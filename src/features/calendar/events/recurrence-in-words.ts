import type * as wire from '#contract/calendar.ts';

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const workdays = weekdays.slice(0, 5);
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `Every 2 weeks on Monday and Thursday, until 3 May 2027`; empty for a pattern that nobody knows. */
export function recurrenceInWords({ pattern, range }: wire.PatternedRecurrence): string {
  const how = pattern ? patternInWords(pattern) : '';
  return how && [how, ...rangeInWords(range)].join(', ');
}

function patternInWords(pattern: wire.RecurrencePattern): string {
  const { type, dayOfMonth = 1, month = 1, index } = pattern;
  const every = (unit: string) => everyInWords(pattern.interval ?? 1, unit);
  const days = daysInWords(pattern.daysOfWeek ?? []);
  switch (type) {
    case 'daily':
      return every('day');
    case 'weekly':
      if (days === 'weekday')
        return (pattern.interval ?? 1) === 1 ? 'Every weekday' : `${every('week')} on weekdays`;
      return days ? `${every('week')} on ${days}` : every('week');
    case 'absoluteMonthly':
      return `${every('month')} on day ${dayOfMonth}`;
    case 'relativeMonthly':
      return `${every('month')} on the ${index ?? 'first'} ${days}`;
    case 'absoluteYearly':
      return `${every('year')} on ${dayOfMonth} ${months[month - 1] ?? ''}`.trimEnd();
    case 'relativeYearly':
      return `${every('year')} on the ${index ?? 'first'} ${days} of ${months[month - 1] ?? 'the year'}`;
    default:
      return '';
  }
}

function everyInWords(interval: number, unit: string): string {
  return interval <= 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
}

function daysInWords(days: readonly string[]): string {
  const known = weekdays.filter((each) => days.some((day) => day.toLowerCase() === each));
  if (known.length === 7) return 'day';
  if (known.length === 5 && workdays.every((each) => known.includes(each))) return 'weekday';
  if (known.length === 2 && known[0] === 'saturday') return 'weekend day';
  const names = known.map((each) => each[0]?.toUpperCase() + each.slice(1));
  const last = names.pop();
  return names.length > 0 ? `${names.join(', ')} and ${last}` : (last ?? '');
}

function rangeInWords(range: wire.RecurrenceRange | null | undefined): string[] {
  if (range?.type === 'endDate' && range.endDate) return [`until ${dateInWords(range.endDate)}`];
  if (range?.type === 'numbered' && range.numberOfOccurrences) {
    const count = range.numberOfOccurrences;
    return [
      `${count} ${count === 1 ? 'time' : 'times'} from ${dateInWords(range.startDate ?? '')}`.replace(
        / from $/,
        '',
      ),
    ];
  }
  return [];
}

function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return month && day ? `${day} ${months[month - 1] ?? ''} ${year}` : '';
}
