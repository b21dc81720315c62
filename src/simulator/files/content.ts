/** What the files of the simulated drives hold: bytes of every kind that a person may want to look at. */
import { company } from '#simulator/seed/company.ts';
import { projects } from '#simulator/seed/phrases.ts';
import { fringes, shade } from '#simulator/seed/picture.ts';
import { dice, hash } from '#simulator/seed/random.ts';
import { mosaicJpeg } from './jpeg.ts';
import { pdf } from './pdf.ts';
import { zip } from './zip.ts';

/** How a kind of file is made; `key` makes each one different. */
interface Kind {
  readonly mimeType: string;
  readonly make: (key: number, name: string) => Uint8Array | Promise<Uint8Array>;
}

export const pictureSize = { width: 480, height: 320 } as const;

const utf8 = (text: string) => new TextEncoder().encode(text);

const kinds: Readonly<Record<string, Kind>> = {
  txt: {
    mimeType: 'text/plain',
    make: (key, name) => utf8(name.startsWith('empty') ? '' : minutes(key).join('\r\n')),
  },
  md: {
    mimeType: 'text/markdown',
    make: (key, name) =>
      utf8(`# ${stem(name)}\n\n${minutes(key).join('\n\n')}\n\n- measured\n- **agreed**\n`),
  },
  csv: { mimeType: 'text/csv', make: (key) => utf8(readings(key)) },
  json: {
    mimeType: 'application/json',
    make: (key) =>
      utf8(
        `${JSON.stringify({ bench: (key % 6) + 1, project: dice(key).of(projects), unit: 'nm', points: points(key, 5) }, null, 2)}\n`,
      ),
  },
  pdf: {
    mimeType: 'application/pdf',
    make: (key, name) => pdf(stem(name), [company.name, '', ...minutes(key)]),
  },
  png: {
    mimeType: 'image/png',
    make: (key) => fringes(key, pictureSize.width, pictureSize.height),
  },
  jpg: { mimeType: 'image/jpeg', make: mosaic },
  zip: {
    mimeType: 'application/x-zip-compressed',
    make: (key) => zip([{ name: 'readings.csv', text: readings(key) }]),
  },
  docx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: (key) =>
      zip([
        {
          name: 'word/document.xml',
          text: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${minutes(key)[0]}</w:t></w:r></w:p></w:body></w:document>`,
        },
      ]),
  },
  html: {
    mimeType: 'text/html',
    make: (key, name) =>
      utf8(`<!doctype html><title>${stem(name)}</title><p>${minutes(key)[0]}</p>`),
  },
};

function kindOf(name: string): Kind {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (
    kinds[ending] ?? { mimeType: 'application/octet-stream', make: (key) => utf8(readings(key)) }
  );
}

export const mimeTypeOf = (name: string): string => kindOf(name).mimeType;

export const isPicture = (name: string): boolean => mimeTypeOf(name).startsWith('image/');

export async function contentOf(name: string, key: number): Promise<Uint8Array<ArrayBuffer>> {
  return (await kindOf(name).make(key, name)) as Uint8Array<ArrayBuffer>;
}

const stem = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('.'))) || name;

const points = (key: number, count: number) =>
  Array.from({ length: count }, (_, at) => [400 + at * 25, (hash(key, at) % 10_000) / 1000]);

function readings(key: number): string {
  const rows = points(key, 12 + (key % 20)).map(([length, value]) => `${length},${value},nm`);
  return `wavelength,deviation,unit\r\n${rows.join('\r\n')}\r\n`;
}

function minutes(key: number): string[] {
  const roll = dice(key, 3);
  return Array.from(
    { length: 3 + roll.below(4) },
    () =>
      `${roll.of(['We agreed to', 'Adele will', 'The workshop can', 'Jena asks us to'])} ${roll.of(['measure the plate again', 'send the certificate', 'keep the tolerance', 'order a second mount'])} for ${roll.of(projects)} ${roll.of(['by Friday', 'before the audit', 'at 20 degrees', 'as last year'])}.`,
  );
}

function mosaic(key: number): Uint8Array {
  const [columns, rows] = [pictureSize.width / 8, pictureSize.height / 8];
  const hue = hash(key, 9) % 360;
  const squares = Array.from({ length: columns * rows }, (_, at) => {
    const [x, y] = [(at % columns) / columns, Math.floor(at / columns) / rows];
    return shade((hue + x * 60) % 360, 0.5, 0.25 + 0.5 * Math.abs(Math.sin(y * 4 + x * 3)));
  });
  return mosaicJpeg(columns, rows, squares);
}

/** Microsoft's own sum over a file's bytes, as `hashes.quickXorHash` gives it: each byte is turned 11 bits further. */
export function quickXorHash(bytes: Uint8Array): string {
  const sum = new Uint8Array(20);
  const turn = (at: number, value: number) => {
    const [place, shift] = [((at * 11) % 160) >> 3, ((at * 11) % 160) & 7];
    sum[place] = (sum[place] ?? 0) ^ (value << shift);
    const next = (place + 1) % 20;
    sum[next] = (sum[next] ?? 0) ^ (value >> (8 - shift));
  };
  bytes.forEach((value, at) => turn(at, value));
  let length = bytes.length;
  for (let at = 12; at < 20 && length > 0; at++) {
    sum[at] = (sum[at] ?? 0) ^ (length & 255);
    length = Math.floor(length / 256);
  }
  return btoa(String.fromCharCode(...sum));
}
