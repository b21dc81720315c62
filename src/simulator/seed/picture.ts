/** Draws small pictures and packs them as PNG, so that the tenant has real image bytes without shipping image files. */
import { hash } from './random.ts';

/** Red, green, blue at a place; both coordinates run from 0 to 1. */
type Painter = (x: number, y: number, pixel: number) => readonly [number, number, number];

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

export function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 255] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc(bytes.subarray(4, data.length + 8)));
  return bytes;
}

async function png(
  width: number,
  height: number,
  paint: Painter,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = width * 3 + 1;
  const raw = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      raw.set(paint((x + 0.5) / width, (y + 0.5) / height, 1 / width), y * row + 1 + x * 3);
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2], 8);
  // The format called "deflate" in the browser is zlib's, which is what IDAT holds.
  const packed = new Response(
    new Blob([raw]).stream().pipeThrough(new CompressionStream('deflate')),
  );
  const parts = [
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk('IHDR', header),
    chunk('IDAT', new Uint8Array(await packed.arrayBuffer())),
    chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

export function shade(
  hue: number,
  saturation: number,
  lightness: number,
): [number, number, number] {
  const spread = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  }) as [number, number, number];
}

type Colour = readonly [number, number, number];

function blend(under: Colour, over: Colour, amount: number): Colour {
  // Most pixels lie wholly inside or outside a shape.
  if (amount <= 0) return under;
  if (amount >= 1) return over;
  const mixed = (at: 0 | 1 | 2) => Math.round(under[at] + (over[at] - under[at]) * amount);
  return [mixed(0), mixed(1), mixed(2)];
}

/** A person as two shapes before a wall with a window's light. */
export function portrait(key: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const hue = hash(key, 1) % 360;
  const skin = shade(18 + (hash(key, 2) % 16), 0.45, 0.38 + (hash(key, 3) % 40) / 100);
  const hair = shade(10 + (hash(key, 4) % 30), 0.4, 0.1 + (hash(key, 5) % 35) / 100);
  const coat = shade((hue + 170) % 360, 0.35, 0.36);
  const [light, shadow] = [shade(hue, 0.32, 0.8), shade(hue, 0.32, 0.62)];
  return png(size, size, (x, y, pixel) => {
    const disc = (cx: number, cy: number, rx: number, ry: number) =>
      (1 - Math.hypot((x - cx) / rx, (y - cy) / ry)) * (Math.min(rx, ry) / pixel) + 0.5;
    let colour: Colour = blend(light, shadow, Math.hypot(x - 0.3, y - 0.2));
    colour = blend(colour, hair, disc(0.5, 0.39, 0.21, 0.235));
    colour = blend(colour, coat, disc(0.5, 1.04, 0.4, 0.37));
    colour = blend(colour, skin, disc(0.5, 0.62, 0.08, 0.14));
    colour = blend(colour, skin, disc(0.5, 0.44, 0.165, 0.2));
    return colour;
  });
}

/** Rings of interference, as a lens on a test plate shows them. */
export function fringes(key: number, width: number, height: number) {
  const hue = hash(key, 6) % 360;
  const [cx, cy] = [0.3 + (hash(key, 7) % 40) / 100, 0.3 + (hash(key, 8) % 40) / 100];
  return png(width, height, (x, y) => {
    const radius = Math.hypot(x - cx, ((y - cy) * height) / width);
    return shade(hue, 0.6, 0.5 + 0.32 * Math.cos(radius * radius * 180));
  });
}
