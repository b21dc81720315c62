/** Packs files into an archive, stored as they are (PKWARE's APPNOTE 6.3): what `.zip` and `.docx` files are. */
import { crc } from '#simulator/seed/picture.ts';

interface Entry {
  readonly name: string;
  readonly text: string;
}

export function zip(entries: readonly Entry[]): Uint8Array {
  const parts: number[] = [];
  const directory: number[] = [];
  for (const { name, text } of entries) {
    const [path, bytes] = [name, text].map((each) => new TextEncoder().encode(each)) as [
      Uint8Array,
      Uint8Array,
    ];
    const facts = [
      ...short(20, 0x0800, 0, 0, 0x5a21),
      ...long(crc(bytes), bytes.length, bytes.length),
      ...short(path.length, 0),
    ];
    directory.push(...long(0x02014b50), ...short(20), ...facts, ...short(0, 0, 0), ...long(0));
    directory.push(...long(parts.length), ...path);
    parts.push(...long(0x04034b50), ...facts, ...path, ...bytes);
  }
  const count = entries.length;
  return Uint8Array.from([
    ...parts,
    ...directory,
    ...long(0x06054b50),
    ...short(0, 0, count, count),
    ...long(directory.length, parts.length),
    ...short(0),
  ]);
}

const short = (...values: readonly number[]) =>
  values.flatMap((value) => [value & 255, (value >> 8) & 255]);

const long = (...values: readonly number[]) =>
  values.flatMap((value) => short(value & 0xffff, value >>> 16));
