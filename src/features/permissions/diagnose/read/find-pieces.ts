/** Where in a text protocol messages begin: a page of a document has several, each with words before and after it. */
import { answersIn } from './find-answers.ts';

export interface Piece {
  readonly kind: 'request' | 'curl' | 'address' | 'script' | 'answer';
  /** Up to where the next one begins. */
  readonly text: string;
}

interface Start {
  readonly kind: Piece['kind'];
  readonly at: number;
  /** Up to here nothing else can begin. */
  readonly end: number;
}

/** `GET /path HTTP/1.1`, also with spaces before `&`. */
export const requestLine =
  /^[ \t]*(GET|POST|HEAD|PUT)[ \t]+(\S+?(?:\s+&\S+?)*)(?:\s+HTTP\/[\d.]+)?(?=\s|$)/gim;

/** Of HTTPie, whose name also begins addresses and prose, only what has an address behind its options. */
const command =
  /^[ \t]*(?:\$[ \t]+)?(?:(?:curl|wget)\b|https?[ \t]+(?:-[^\s]+[ \t]+|(?:GET|POST)[ \t]+|\\\r?\n[ \t]*)*["']?(?:https?:\/\/|login\.))(?:[^\n\\]|\\\r?\n|\\[^\n])*/gim;
/** A quoted form, with what stands before it in its line. */
const form = /^.*?(["'])[^"'\s]*grant_type=[^"']*\1/gm;
/** The sign-in's own, or one that came back with an answer. */
const address =
  /(?<![\w="'(%/])(?:https?:\/\/|\{[\w’'-]+\}\/?(?=[?#]))[^\s"'<>]{0,2000}?(?:\/authorize\s*\?|\/adminconsent\s*\?|[?#](?:[^\s"'<>]{0,2000}&)?(?:code|error|admin_consent)=)[^\s"'<>]*/gi;

export function piecesOf(text: string): Piece[] {
  const starts = inOrder([
    ...[...text.matchAll(requestLine)]
      .filter(([, , target]) => /^(https?:)?\/|^\{/.test(target ?? ''))
      .map((match) => startOf('request', match)),
    ...[...text.matchAll(command)].map((match) => startOf('curl', match)),
    ...[...text.matchAll(form)].map((match) => startOf('script', match)),
    ...[...text.matchAll(address)].map((match) => startOf('address', match)),
    ...answersIn(text).map(({ start, text: json }) => ({
      kind: 'answer' as const,
      at: start,
      end: start + json.length,
    })),
  ]);
  return starts.map(({ kind, at, end }, index) => ({
    kind,
    // Words between two of them are no part of a command; alone it may have a body of several lines.
    text:
      isClosed(kind) && starts.length > 1
        ? text.slice(at, end)
        : text.slice(at, starts[index + 1]?.at),
  }));
}

function isClosed(kind: Piece['kind']): boolean {
  return kind === 'answer' || kind === 'curl';
}

function startOf(kind: Piece['kind'], match: RegExpExecArray): Start {
  return { kind, at: match.index, end: match.index + match[0].length };
}

/** One that begins inside another is a part of that. */
function inOrder(starts: readonly Start[]): Start[] {
  const kept: Start[] = [];
  for (const start of starts.toSorted((one, other) => one.at - other.at || other.end - one.end)) {
    if (start.at >= (kept.at(-1)?.end ?? 0)) kept.push(start);
  }
  return kept;
}
