/** What is different in two JSON texts, by place. */

export interface Difference {
  readonly place: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: string;
  readonly after: string;
}

/** More would be another answer, and no comparison. */
export const mostDifferences = 500;

/** @param keyOf things of a list belong together by their `id`, or by their place */
export function compareAnswers(before: unknown, after: unknown): Difference[] {
  const found: Difference[] = [];
  compare('', before, after, found);
  return found;
}

function compare(place: string, before: unknown, after: unknown, found: Difference[]): void {
  if (found.length >= mostDifferences || Object.is(before, after)) return;
  const [left, right] = [membersOf(before), membersOf(after)];
  if (!left || !right || Array.isArray(before) !== Array.isArray(after)) {
    found.push({
      place: place || '/',
      kind: 'changed',
      before: short(before),
      after: short(after),
    });
    return;
  }
  for (const [key, value] of left) {
    const at = `${place}/${key}`;
    if (right.has(key)) compare(at, value, right.get(key), found);
    else found.push({ place: at, kind: 'removed', before: short(value), after: '' });
  }
  for (const [key, value] of right) {
    if (!left.has(key)) {
      found.push({ place: `${place}/${key}`, kind: 'added', before: '', after: short(value) });
    }
  }
}

function membersOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const keys = value.map((each: unknown, at) => {
      const id = (each as { id?: unknown } | null)?.id;
      return typeof id === 'string' ? `[${id.slice(-12)}]` : String(at);
    });
    const isUnique = new Set(keys).size === keys.length;
    return new Map(value.map((each, at) => [isUnique ? (keys[at] ?? '') : String(at), each]));
  }
  if (value !== null && typeof value === 'object') return new Map(Object.entries(value));
  return undefined;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
