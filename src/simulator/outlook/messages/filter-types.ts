/** What the members of a message may be compared with: OData refuses a truth beside a text. */
import { badRequest } from '#simulator/graph/graph-query.ts';
import type { Filter, Operand } from '#simulator/graph/odata-filter.ts';

const operators: Readonly<Record<string, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

/** @throws {GraphRefusal} for a comparison of two kinds */
export function checkTypes(filter: Filter): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      checkTypes(filter.left);
      checkTypes(filter.right);
      break;
    case 'not':
      checkTypes(filter.of);
      break;
    case 'compare': {
      const [left, right] = [typeOf(filter.left), typeOf(filter.right)];
      if (!left || !right || left === right) break;
      throw badRequest(
        `A binary operator with incompatible types was detected. Found operand types '${left}' and '${right}' for operator kind '${operators[filter.operator]}'.`,
      );
    }
    default:
  }
}

/** `undefined` for what may be anything: nothing, a call, a variable of `any`; also for moments, which come with and without quotes. */
function typeOf(operand: Operand): string | undefined {
  if (operand.kind === 'value') {
    if (typeof operand.value === 'boolean') return 'Edm.Boolean';
    if (typeof operand.value === 'number') return 'Edm.Int32';
    return operand.value === null ? undefined : 'Edm.String';
  }
  if (operand.kind === 'call' || operand.path.endsWith('DateTime')) return undefined;
  return /^(is|has)[A-Z]\w*$/.test(operand.path) ? 'Edm.Boolean' : 'Edm.String';
}
