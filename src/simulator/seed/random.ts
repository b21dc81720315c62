/** Repeatable chance: the same key gives the same choices, whatever was asked before. */

const beginning = 0x9e3779b9;

/** MurmurHash3's finalizer, once per number. */
function mix(state: number, number: number): number {
  let mixed = Math.imul(state ^ number, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function mixAll(numbers: readonly number[]): number {
  let mixed = beginning;
  for (let at = 0; at < numbers.length; at++) mixed = mix(mixed, numbers[at] ?? 0);
  return mixed;
}

/** Mixes whole numbers to an unsigned 32-bit number. */
export function hash(...numbers: readonly number[]): number {
  return mixAll(numbers) >>> 0;
}

export function hashText(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  }
  return hash(mixed);
}

export interface Dice {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  of<T>(list: readonly T[]): T;
  chance(percent: number): boolean;
}

export function dice(...key: readonly number[]): Dice {
  const start = mix(beginning, mixAll(key));
  let rolls = 0;
  const below = (limit: number) => (mix(start, ++rolls) >>> 0) % limit;
  return {
    below,
    of: <T>(list: readonly T[]) => list[below(list.length)] as T,
    chance: (percent) => below(100) < percent,
  };
}

/** Hexadecimal digits, as many as asked for. */
export function hex(digits: number, ...key: readonly number[]): string {
  const start = mixAll(key);
  let text = '';
  for (let part = 0; text.length < digits; part++) {
    text += (mix(start, part) >>> 0).toString(16).padStart(8, '0');
  }
  return text.slice(0, digits);
}

/** The same digits as bytes, two to each. */
export function bytesOf(length: number, ...key: readonly number[]): number[] {
  const start = mixAll(key);
  const bytes: number[] = [];
  for (let part = 0; bytes.length < length; part++) {
    const four = mix(start, part);
    bytes.push(four >>> 24, (four >>> 16) & 255, (four >>> 8) & 255, four & 255);
  }
  bytes.length = length;
  return bytes;
}

export function guid(...key: readonly number[]): string {
  const digits = hex(32, ...key);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}
