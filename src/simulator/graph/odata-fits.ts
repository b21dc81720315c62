/** Tells whether a resource fits a filter, as the directory and Exchange compare. */
import type { Filter, Operand, Value } from './odata-filter.ts';

/** @param read gives the value of a property, by its path */
export function fits(filter: Filter, read: (path: string) => unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return fits(filter.left, read) && fits(filter.right, read);
    case 'or':
      return fits(filter.left, read) || fits(filter.right, read);
    case 'not':
      return !fits(filter.of, read);
    case 'test':
      return valueOf(filter.operand, read) === true;
    case 'compare':
      return compare(valueOf(filter.left, read), filter.operator, valueOf(filter.right, read));
    case 'any':
    case 'all': {
      const { path, variable, of } = filter;
      const list = read(path);
      const items: readonly unknown[] = Array.isArray(list) ? list : [];
      if (!of) return items.length > 0;
      const inner = (item: unknown) =>
        fits(of, (each) =>
          each === variable
            ? item
            : each.startsWith(`${variable}/`)
              ? memberOf(item, each.slice(variable.length + 1))
              : read(each),
        );
      return filter.kind === 'any' ? items.some(inner) : items.every(inner);
    }
  }
}

export function memberOf(resource: unknown, path: string): unknown {
  let value = resource;
  for (const name of path.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    // How many there are of a list.
    const part = name === '$count' && Array.isArray(value) ? 'length' : name;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function valueOf(operand: Operand, read: (path: string) => unknown): unknown {
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'path') return read(operand.path);
  const [first, second] = operand.args.map((each) => valueOf(each, read));
  const text = textOf(first ?? '').toLowerCase();
  const part = textOf(second ?? '').toLowerCase();
  switch (operand.name.toLowerCase()) {
    case 'contains':
      return text.includes(part);
    case 'startswith':
      return text.startsWith(part);
    case 'endswith':
      return text.endsWith(part);
    default:
      // `tolower`, `toupper` and `trim`: letter case does not count anyway.
      return text.trim();
  }
}

const instant = /^\d{4}-\d\d-\d\d(T|$)/;

function compare(left: unknown, operator: string, right: unknown): boolean {
  const order = difference(left, right);
  if (order === undefined) return operator === 'ne' && (left ?? null) !== (right ?? null);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    default:
      return order <= 0;
  }
}

/** `undefined` for what cannot be compared. Text is compared as Exchange and the directory do: letter case aside. */
function difference(left: unknown, right: unknown): number | undefined {
  if (left == null || right == null) return left == null && right == null ? 0 : undefined;
  if (typeof left === 'boolean' || typeof right === 'boolean') {
    return left === right ? 0 : typeof left === typeof right ? 1 : undefined;
  }
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [one, other] = [textOf(left), textOf(right)];
  if (instant.test(one) && instant.test(other)) return Date.parse(one) - Date.parse(other);
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Of a property's value; what is no simple value equals no other. */
export function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value as Value);
}
