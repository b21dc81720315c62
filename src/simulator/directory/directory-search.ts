/** `$search` on directory objects: `"property:words"` joined by AND and OR, as the advanced query capabilities describe it. */
import { badRequest } from '#simulator/graph/graph-query.ts';

type Read = (path: string) => unknown;
type Test = (read: Read) => boolean;

/** Split into words that are looked for by their beginnings; the value of any other property has to begin so itself. */
const tokenized = ['displayName', 'description'];

export function searchTest(search: string): Test {
  const clauses = search.trim().split(/\s+OR\s+(?=["(])/);
  const alternatives = clauses.map((clause) => {
    const tests = clause
      .replaceAll(/^\(|\)$/g, '')
      .split(/\s+AND\s+(?=")/)
      .map((each) => termTest(each.trim()));
    return (read: Read) => tests.every((test) => test(read));
  });
  return (read) => alternatives.some((test) => test(read));
}

function termTest(term: string): Test {
  const [, name, wanted] = /^"([A-Za-z]\w*):(.*)"$/.exec(term) ?? [];
  if (name === undefined || wanted === undefined)
    throw badRequest(
      `Syntax error at position 0 in '${term}': a search clause is written as "property:words".`,
    );
  const words = wordsOf(wanted);
  return (read) => {
    const value = read(name);
    if (typeof value !== 'string') return false;
    if (!tokenized.includes(name)) return plain(value).startsWith(plain(wanted));
    const known = wordsOf(value);
    return words.every((word) => known.some((each) => each.startsWith(word)));
  };
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Accents and letter case do not count. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
