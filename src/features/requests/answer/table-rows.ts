/** A collection, or the answers of a batch, as a table: the members of its first things as columns. */

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: number;
}

const mostRows = 200;
const mostColumns = 12;

export function tableOf(json: unknown): Table | undefined {
  const whole = json as { value?: unknown; responses?: unknown } | null;
  const value = whole?.value ?? whole?.responses;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const rows = value.slice(0, mostRows) as unknown[];
  const things = rows.filter((each) => each !== null && typeof each === 'object') as object[];
  const columns = [...new Set(things.slice(0, 20).flatMap((each) => Object.keys(each)))]
    .filter((name) => !name.startsWith('@odata'))
    // An id is the longest of all and says the least.
    .toSorted((one, other) => Number(one === 'id') - Number(other === 'id'))
    .slice(0, mostColumns);
  if (columns.length === 0) return undefined;
  return {
    columns,
    rows: things.map((each) =>
      columns.map((name) => cell((each as Record<string, unknown>)[name])),
    ),
    total: value.length,
  };
}

function cell(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const known = value as {
    emailAddress?: { address?: string };
    dateTime?: string;
    timeZone?: string;
    content?: string;
  };
  // A calendar's time means nothing without the zone beside it.
  const time = known.dateTime && [known.dateTime.slice(0, 16), known.timeZone].join(' ').trimEnd();
  return known.emailAddress?.address ?? time ?? known.content ?? JSON.stringify(value);
}
