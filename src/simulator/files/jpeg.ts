/** Packs a picture of flat squares as a JPEG, so that the tenant has real photographs' format without shipping one. */

/** Standard Huffman table for differences of averages (ITU-T T.81, table K.3): how many codes of each length, and for what. */
const counts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const categories = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

const codes = (() => {
  const made: { code: number; length: number }[] = [];
  let code = 0;
  counts.forEach((count, at) => {
    for (let each = 0; each < count; each++) made.push({ code: code++, length: at + 1 });
    code <<= 1;
  });
  return made;
})();

type Colour = readonly [number, number, number];

/** @param squares colours row by row; each is 8 pixels wide and high */
export function mosaicJpeg(columns: number, rows: number, squares: readonly Colour[]): Uint8Array {
  const bits: number[] = [];
  const write = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >> at) & 1);
  };
  const last = [0, 0, 0];
  for (const square of squares) {
    luma(square).forEach((level, component) => {
      // The average of a square is eight times its level, and the quantization table divides it by eight again.
      const difference = level - (last[component] ?? 0);
      last[component] = level;
      writeDifference(difference, write);
      // End of block: nothing varies inside a square. The only code of its table is a single 0.
      write(0, 1);
    });
  }
  while (bits.length % 8 > 0) bits.push(1);
  return Uint8Array.from([...head(columns * 8, rows * 8), ...stuffed(bits), 0xff, 0xd9]);
}

function writeDifference(difference: number, write: (value: number, length: number) => void): void {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const { code, length } = codes[size] ?? { code: 0, length: 2 };
  write(code, length);
  if (size > 0) write(difference > 0 ? difference : difference + (1 << size) - 1, size);
}

function luma([red, green, blue]: Colour): [number, number, number] {
  const y = 0.299 * red + 0.587 * green + 0.114 * blue;
  return [y - 128, (blue - y) * 0.564, (red - y) * 0.713].map(Math.round) as [
    number,
    number,
    number,
  ];
}

/** A byte of eight ones is followed by a zero, so that it is no marker. */
function stuffed(bits: readonly number[]): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0);
    bytes.push(byte, ...(byte === 0xff ? [0] : []));
  }
  return bytes;
}

function head(width: number, height: number): number[] {
  const word = (value: number) => [value >> 8, value & 255];
  const segment = (marker: number, body: readonly number[]) => [
    ...[0xff, marker],
    ...word(body.length + 2),
    ...body,
  ];
  const component = (id: number) => [id, 0x11, 0];
  return [
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [8, ...word(height), ...word(width), 3, ...[1, 2, 3].flatMap(component)]),
    ...segment(0xc4, [0x00, ...counts, ...categories]),
    ...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
  ];
}
