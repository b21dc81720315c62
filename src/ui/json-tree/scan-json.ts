/**
 * Finds the parts of a JSON text in its bytes without building them: an answer of fifty megabytes is shown as its first
 * rows, and whatever is opened is read then. Long looks are taken in slices, so that the page stays alive meanwhile.
 */

/** A value in the bytes: from `start` up to, not including, `end`. */
export interface JsonNode {
  readonly start: number;
  readonly end: number;
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'literal';
}

export interface JsonMember extends JsonNode {
  /** Name of a member, or place of an item. */
  readonly key: string | number;
}

export class JsonProblem extends Error {
  override readonly name = 'JsonProblem';
  /** Byte. */
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

const quote = 34;
const backslash = 92;
/** Milliseconds in which the page may be busy with this at a time. */
const slice = 12;
const checkEvery = 65_536;
const decoder = new TextDecoder();

/** The one value of the whole text. @throws {JsonProblem} */
export async function scanRoot(bytes: Uint8Array, signal?: AbortSignal): Promise<JsonNode> {
  const start = skipSpace(bytes, bytes[0] === 0xef ? 3 : 0);
  const end = await run(valueEnd(bytes, start), signal);
  const rest = skipSpace(bytes, end);
  if (rest < bytes.length) throw new JsonProblem(rest, 'More follows after the end.');
  return node(bytes, start, end);
}

/** What an object or an array holds. @throws {JsonProblem} */
export function scanMembers(
  bytes: Uint8Array,
  parent: JsonNode,
  signal?: AbortSignal,
): Promise<JsonMember[]> {
  return run(members(bytes, parent), signal);
}

export function textOf(bytes: Uint8Array, { start, end }: JsonNode): string {
  return decoder.decode(bytes.subarray(start, end));
}

export function valueOf(bytes: Uint8Array, of: JsonNode): unknown {
  return JSON.parse(textOf(bytes, of));
}

async function run<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < slice) continue;
    await new Promise((next) => setTimeout(next));
    signal?.throwIfAborted();
    since = performance.now();
  }
}

function* members(bytes: Uint8Array, parent: JsonNode): Generator<void, JsonMember[]> {
  const found: JsonMember[] = [];
  const isObject = parent.kind === 'object';
  let at = skipSpace(bytes, parent.start + 1);
  while (at < parent.end - 1) {
    let key: string | number = found.length;
    if (isObject) {
      const end = stringEnd(bytes, at);
      key = JSON.parse(decoder.decode(bytes.subarray(at, end))) as string;
      at = skipSpace(bytes, end);
      if (bytes[at] !== 58) throw new JsonProblem(at, 'A colon is missing.');
      at = skipSpace(bytes, at + 1);
    }
    const end = yield* valueEnd(bytes, at);
    found.push({ ...node(bytes, at, end), key });
    if (found.length % 256 === 0) yield;
    at = skipSpace(bytes, end);
    if (bytes[at] === 44) at = skipSpace(bytes, at + 1);
    else if (at < parent.end - 1) throw new JsonProblem(at, 'A comma is missing.');
  }
  return found;
}

/** Brackets are counted, and strings are passed over, because brackets may stand in them. */
function* valueEnd(bytes: Uint8Array, start: number): Generator<void, number> {
  const first = bytes[start];
  if (first === undefined) throw new JsonProblem(start, 'The text ends too early.');
  if (first === quote) return stringEnd(bytes, start);
  if (first !== 123 && first !== 91) return wordEnd(bytes, start);
  const open: number[] = [];
  let next = start + checkEvery;
  for (let at = start; at < bytes.length; at += 1) {
    if (at > next) {
      next = at + checkEvery;
      yield;
    }
    const byte = bytes[at] ?? 0;
    if (byte === quote) at = stringEnd(bytes, at) - 1;
    else if (byte === 123 || byte === 91) open.push(byte + 2);
    else if (byte === 125 || byte === 93) {
      if (open.pop() !== byte) throw new JsonProblem(at, 'A bracket does not fit.');
      if (open.length === 0) return at + 1;
    }
  }
  throw new JsonProblem(bytes.length, 'The text ends before its brackets are closed.');
}

function stringEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== quote) throw new JsonProblem(start, 'A name in quotes is missing.');
  for (let at = bytes.indexOf(quote, start + 1); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    let before = at - 1;
    while (bytes[before] === backslash) before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
  }
  throw new JsonProblem(start, 'A string does not end.');
}

function wordEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && !isBreak(bytes[at] ?? 0)) at += 1;
  const word = decoder.decode(bytes.subarray(start, at));
  if (!/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word)) {
    throw new JsonProblem(start, 'This is no value.');
  }
  return at;
}

function isBreak(byte: number): boolean {
  return byte === 44 || byte === 93 || byte === 125 || byte === 58 || byte <= 32;
}

function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) at += 1;
  return at;
}

function node(bytes: Uint8Array, start: number, end: number): JsonNode {
  const first = bytes[start];
  const kind =
    first === 123
      ? 'object'
      : first === 91
        ? 'array'
        : first === quote
          ? 'string'
          : first === 116 || first === 102 || first === 110
            ? 'literal'
            : 'number';
  return { start, end, kind };
}
