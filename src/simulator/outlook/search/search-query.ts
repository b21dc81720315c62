/** Reads the keyword query language (KQL) as Exchange understands it in `$search`. */
import { badRequest } from '#simulator/graph/graph-query.ts';

export interface Term {
  readonly kind: 'term';
  /** In small letters; absent for a bare word, which is looked for in sender, subject and body. */
  readonly property?: string;
  readonly operator: ':' | '=' | '<' | '<=' | '>' | '>=' | '<>';
  readonly value: string;
}

export type Search =
  | Term
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Search[] }
  | { readonly kind: 'not'; readonly of: Search };

export const searchProperties =
  'attachment attachmentnames bcc body category cc from hasattachment hasattachments importance isflagged isread kind participants received recipients sent size subject to'.split(
    ' ',
  );

/** @param text of `$search`, in its quotation marks */
export function parseSearch(text: string): Search {
  const trimmed = text.trim();
  const quoted = /^"([^]*)"$/.exec(trimmed)?.[1];
  if (quoted === undefined && !/^[\p{L}\p{N}\p{M} ]+$/u.test(trimmed)) {
    const at = trimmed.search(/[^\p{L}\p{N}\p{M} ]/u);
    throw badRequest(
      `Syntax error: character '${trimmed[at] ?? ''}' is not valid at position ${Math.max(at, 0)} in '${trimmed}'.`,
    );
  }
  const tokens = tokensOf((quoted ?? trimmed).replaceAll('\\"', '"'));
  if (tokens.length === 0) throw badRequest('The value of $search is empty.');
  let at = 0;
  const alternatives = (): Search => {
    const parts = [sequence()];
    while (tokens[at] === 'OR') {
      at++;
      parts.push(sequence());
    }
    return joined('or', parts);
  };
  const sequence = (): Search => {
    const parts: Search[] = [];
    while (at < tokens.length && tokens[at] !== ')' && tokens[at] !== 'OR') {
      if (tokens[at] === 'AND') at++;
      else parts.push(single());
    }
    return joined('and', sameProperty(parts));
  };
  const single = (): Search => {
    const token = tokens[at++] ?? '';
    if (token === 'NOT') return { kind: 'not', of: single() };
    if (token === '(') {
      const inner = alternatives();
      if (tokens[at] === ')') at++;
      return inner;
    }
    if (token.length > 1 && token.startsWith('-'))
      return { kind: 'not', of: termOf(token.slice(1)) };
    return termOf(token);
  };
  const whole = alternatives();
  if (at < tokens.length) throw badRequest(`Syntax error in $search at '${tokens[at]}'.`);
  return whole;
}

function tokensOf(text: string): string[] {
  return (
    text.match(
      /[()]|-?[A-Za-z]+(?::|<=|>=|<>|=|<|>)(?:"[^"]*"?|\([^)]*\)|[^\s()"]+)|-?"[^"]*"?|[^\s()"]+/g,
    ) ?? []
  );
}

function joined(kind: 'and' | 'or', parts: readonly Search[]): Search {
  const [first] = parts;
  return parts.length === 1 && first ? first : { kind, parts };
}

/** Side by side, two restrictions of one property are alternatives; of different ones, both must hold. */
function sameProperty(parts: readonly Search[]): Search[] {
  const groups = new Map<string, Search[]>();
  parts.forEach((part, at) => {
    const name =
      part.kind === 'term' && part.property && part.operator === ':' ? part.property : `#${at}`;
    groups.set(name, [...(groups.get(name) ?? []), part]);
  });
  return [...groups.values()].map((group) => joined('or', group));
}

function termOf(token: string): Search {
  const match = /^([A-Za-z]+)(:|<=|>=|<>|=|<|>)([^]*)$/.exec(token);
  const property = match?.[1]?.toLowerCase() ?? '';
  if (!match || !searchProperties.includes(property)) {
    // An unknown property is text, as `Re:` is.
    return { kind: 'term', operator: ':', value: token.replaceAll('"', '') };
  }
  const operator = (match[2] ?? ':') as Term['operator'];
  const value = match[3] ?? '';
  if (value.startsWith('(')) {
    const parts = value
      .slice(1, -1)
      .split(/\s+OR\s+|\s+/)
      .filter(Boolean)
      .map((part): Term => ({ kind: 'term', property, operator, value: part.replaceAll('"', '') }));
    return joined('or', parts);
  }
  return { kind: 'term', property, operator, value: value.replaceAll('"', '') };
}

export const beyondAscii = /[^\0-\x7F]/;

/** Small letters without accents: what was typed need not be spelled as it was written. */
export function folded(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const letter = /[\p{L}\p{N}]/u;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Whether text, already folded, has a word that begins like this. Scripts without spaces have no beginnings. */
export function hasWord(text: string, word: string): boolean {
  if (word === '') return true;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || unspaced.test(word) || !letter.test(word[0] ?? '')) return true;
    if (!letter.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

const day = 86_400_000;

/** What a date in a query stands for: from its first moment to before its last. */
export function span(
  text: string,
  now: number,
): readonly [from: number, before: number] | undefined {
  const today = Math.floor(now / day) * day;
  const weekday = (new Date(now).getUTCDay() + 6) % 7;
  const named: Record<string, readonly [number, number]> = {
    today: [today, today + day],
    yesterday: [today - day, today],
    'this week': [today - weekday * day, today + (7 - weekday) * day],
    'last week': [today - (weekday + 7) * day, today - weekday * day],
  };
  const word = text.toLowerCase();
  if (named[word]) return named[word];
  const range = /^(.+)\.\.(.+)$/.exec(text);
  if (range) {
    const [first, last] = [span(range[1] ?? '', now), span(range[2] ?? '', now)];
    return first && last ? [first[0], last[1]] : undefined;
  }
  const american = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text);
  const start = american
    ? Date.UTC(Number(american[3]), Number(american[1]) - 1, Number(american[2]))
    : /^\d{4}-\d\d-\d\d/.test(text)
      ? Date.parse(text)
      : Number.NaN;
  if (Number.isNaN(start)) return undefined;
  return [start, /T\d/.test(text) ? start + 1000 : start + day];
}
