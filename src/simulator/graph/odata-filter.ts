/** Reads `$filter` as OData 4 writes it, and tells whether a resource fits. Which properties may be asked about, each service decides. */

import type { GraphRefusal } from './graph-answer.ts';
import { badRequest, uncapitalized } from './graph-query.ts';

export type Value = string | number | boolean | null;

export type Operand =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Operand[] };

export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly of: Filter }
  | {
      readonly kind: 'compare';
      readonly operator: string;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'test'; readonly operand: Operand }
  | {
      readonly kind: 'any' | 'all';
      readonly path: string;
      readonly variable: string;
      readonly of: Filter | undefined;
    };

/** What is no filter is refused, whether reading it shows that or asking it of something. */
export function noFilter(why: string): GraphRefusal {
  return badRequest(`Invalid filter clause: ${why}`);
}

/** What may be called, with how many arguments. */
const offered = { contains: 2, startswith: 2, endswith: 2, tolower: 1, toupper: 1, trim: 1 };

const token =
  /\s*((?:[A-Za-z_]\w*(?:\.\w+)+)?'(?:[^']|'')*'|[()',:]|-?\d[\w:.+-]*|[A-Za-z_@][\w.@]*(?:\/[A-Za-z_][\w.]*)*(?:\/\$count)?)/y;
const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
/** In any letters, as Microsoft's own samples write `NOT`. */
const words = /^(?:and|or|not|in|true|false|null|eq|ne|gt|ge|lt|le)$/i;
const deepest = 40;

/** @throws {GraphRefusal} 400 */
export function parseFilter(text: string): Filter {
  const tokens = tokensOf(text);
  let at = 0;
  let depth = 0;
  const peek = () => tokens[at];
  const fail = (): never => {
    throw noFilter(`Syntax error at position ${at} in '${text}'.`);
  };
  const take = (wanted?: string): string => {
    const found = tokens[at];
    if (found === undefined || (wanted !== undefined && found !== wanted)) return fail();
    at++;
    return found;
  };
  const either = (kind: 'and' | 'or', next: () => Filter): Filter => {
    let left = next();
    while (peek() === kind) {
      at++;
      left = { kind, left, right: next() };
    }
    return left;
  };
  const whole = (): Filter => {
    if (++depth > deepest) fail();
    const found = either('or', () => either('and', single));
    depth--;
    return found;
  };
  function single(): Filter {
    if (peek() === 'not') {
      at++;
      return { kind: 'not', of: single() };
    }
    if (peek() === '(') {
      at++;
      const inner = whole();
      take(')');
      return inner;
    }
    const lambda = /^(.+)\/(any|all)$/i.exec(peek() ?? '');
    if (lambda && tokens[at + 1] === '(')
      return over(uncapitalized(lambda[1] ?? ''), lambda[2]?.toLowerCase() as 'any' | 'all');
    const left = operand();
    const operator = peek() ?? '';
    if (operator === 'in' && tokens[at + 1] === '(') return oneOf(left);
    if (!operators.includes(operator)) return { kind: 'test', operand: left };
    at++;
    return { kind: 'compare', operator, left, right: operand() };
  }
  function over(path: string, kind: 'any' | 'all'): Filter {
    at += 2;
    if (peek() === ')') {
      at++;
      return { kind, path, variable: '', of: undefined };
    }
    const variable = take();
    take(':');
    const of = whole();
    take(')');
    return { kind, path, variable, of };
  }
  /** `id in ('a', 'b')`: equal to one of them. */
  function oneOf(left: Operand): Filter {
    at++;
    take('(');
    const same = (): Filter => ({ kind: 'compare', operator: 'eq', left, right: operand() });
    let filter = same();
    while (peek() === ',') {
      at++;
      filter = { kind: 'or', left: filter, right: same() };
    }
    take(')');
    return filter;
  }
  function operand(): Operand {
    const found = take();
    if (found.endsWith("'")) {
      // `microsoft.graph.importance'high'` is the same as the word alone.
      const text = found.slice(found.indexOf("'") + 1, -1);
      return { kind: 'value', value: text.replaceAll("''", "'") };
    }
    if (/^-?\d/.test(found)) return { kind: 'value', value: numberOrText(found) };
    const word = { true: true, false: false, null: null }[found];
    if (word !== undefined) return { kind: 'value', value: word };
    if (!/^[A-Za-z_@]/.test(found)) return fail();
    if (peek() !== '(') return { kind: 'path', path: uncapitalized(found) };
    at++;
    const args: Operand[] = [];
    while (peek() !== ')') {
      args.push(operand());
      if (peek() === ',') at++;
      else if (peek() !== ')') fail();
    }
    at++;
    checkCall(found, args.length);
    return { kind: 'call', name: found, args };
  }
  const filter = whole();
  if (at < tokens.length) fail();
  return filter;
}

function checkCall(name: string, given: number): void {
  const known = name.toLowerCase();
  const wanted = Object.entries(offered).find(([each]) => each === known)?.[1];
  if (wanted === undefined) throw noFilter(`An unknown function with name '${name}' was found.`);
  if (wanted !== given) throw noFilter(`No function signature for '${name}' matches.`);
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    tokens.push((match[1] ?? '').replace(words, (word) => word.toLowerCase()));
    end = token.lastIndex;
  }
  if (text.slice(end).trim() !== '') {
    throw noFilter(`Syntax error at position ${end} in '${text}'.`);
  }
  return tokens;
}

/** Dates and GUIDs stand without quotes, as numbers do. */
function numberOrText(text: string): Value {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** All properties that are asked about, in their order; inside `any` and `all` with the collection's name before them. */
export function pathsOf(filter: Filter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(filter.left), ...pathsOf(filter.right)];
    case 'not':
      return pathsOf(filter.of);
    case 'compare':
      return [...operandPaths(filter.left), ...operandPaths(filter.right)];
    case 'test':
      return operandPaths(filter.operand);
    case 'any':
    case 'all': {
      const { path, variable, of } = filter;
      if (!of) return [path];
      return pathsOf(of).map((each) =>
        each === variable ? path : each.replace(`${variable}/`, `${path}/`),
      );
    }
  }
}

function operandPaths(operand: Operand): string[] {
  if (operand.kind === 'path') return [operand.path];
  return operand.kind === 'call' ? operand.args.flatMap(operandPaths) : [];
}
