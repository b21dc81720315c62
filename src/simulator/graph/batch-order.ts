/** In which order the steps of a batch may be asked for (JSON batching: parallel, serial, or all after the same). */
import { badRequest } from './graph-query.ts';

/** As much of a step as its order takes. */
interface Ordered {
  readonly id: string;
  readonly dependsOn?: readonly string[] | null;
}

/** @throws {GraphRefusal} 400 for what comes later, is not there, or makes neither a row nor a heap of them */
export function checkOrder(steps: readonly Ordered[]): void {
  const before = new Set<string>();
  for (const step of steps) {
    for (const each of needed(step)) {
      // Only on what stands before it: so there can be no circle.
      if (!before.has(each)) {
        throw badRequest(`Invalid dependency for request Id : ${step.id}, depends on '${each}'.`);
      }
    }
    before.add(step.id.toLowerCase());
  }
  if (!isSerial(steps) && !isFree(steps))
    throw badRequest('Batch should be either fully sequential or fully parallel.');
}

/** The ids that a step waits for, in small letters. */
export function needed({ dependsOn }: Ordered): string[] {
  return (dependsOn ?? []).map((id) => id.toLowerCase());
}

/** Each waits for the one before it. */
function isSerial(steps: readonly Ordered[]): boolean {
  return steps.every((step, at) => {
    const previous = steps[at - 1];
    return !previous || needed(step).includes(previous.id.toLowerCase());
  });
}

/** None waits, or all that do for the same (microsoftgraph/microsoft-graph-docs#16280 for what any other gets). */
function isFree(steps: readonly Ordered[]): boolean {
  const waits = steps.map((step) => needed(step).sort().join(' ')).filter(Boolean);
  return new Set(waits).size <= 1;
}
