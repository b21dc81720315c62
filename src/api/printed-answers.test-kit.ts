/**
 * Answers as Microsoft's reference of Graph prints them, for whoever reads such answers: they lie beside the repository
 * where they are at hand, and tests of them are skipped with a notice where they do not.
 */
import { existsSync, readFileSync } from 'node:fs';

interface PrintedAnswer {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

const file = new URL('../../../shared/data/graph-examples.json', import.meta.url);

export const printedAnswers: readonly PrintedAnswer[] = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { examples: PrintedAnswer[] }).examples
  : [];

export const nothingPrinted = printedAnswers.length === 0;
if (nothingPrinted) console.warn('NOTICE: no printed answers of Graph beside the repository.');

/**
 * What is answered at such addresses: the rows of a list, or the thing itself.
 * @param asked how; what was just made often lacks what only the service gives it
 */
export function printedRows<T>(address: RegExp, asked?: 'GET'): T[] {
  return printedAnswers
    .filter(({ method, url }) => (asked ?? method) === method && address.test(url))
    .flatMap(({ body }) => rowsOf<T>(body));
}

function rowsOf<T>(body: unknown): readonly T[] {
  if (typeof body !== 'object' || body === null) return [];
  return 'value' in body ? (body.value as readonly T[]) : [body as T];
}
