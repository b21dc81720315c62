import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toContact } from '#features/contacts/book/address-book.ts';
import { cardPhoto } from './card-photo.ts';
import { vCard, vCards } from './vcard.ts';
import type { VCardVersion } from './vcard-text.ts';

const full = toContact({
  id: 'AAMk/1+2=',
  displayName: 'Dr. Zoë Łódź-Ångström 🦊',
  givenName: 'Zoë',
  middleName: 'M.',
  surname: 'Łódź-Ångström',
  title: 'Dr.',
  generation: 'II',
  nickName: 'Zo; the, "fox"',
  companyName: 'Lenses; Prisms, Inc.',
  department: 'R\\D',
  jobTitle: 'Buyer',
  profession: 'Optician',
  emailAddresses: [{ address: 'zoe@lumen.example' }, { address: 'zoe@home.example' }],
  mobilePhone: '+44 7700 900123',
  businessPhones: ['+44 (0)20 7946 0123'],
  homePhones: ['020 7946 0124'],
  imAddresses: ['sip:zoe@lumen.example'],
  businessHomePage: 'https://lumen.example/?a=1;b=2,3',
  businessAddress: { street: '4 Foundry Lane\r\nUnit 2', city: 'Leeds', postalCode: 'LS1 4AB' },
  birthday: '1974-07-22T00:00:00Z',
  spouseName: 'Sam',
  children: ['Ada', 'Bo, Jr.'],
  personalNotes: `First line\nsecond; with, signs \\ and ${'a very long tail of words '.repeat(8)}end.`,
  categories: ['Green, light', 'VIP'],
  lastModifiedDateTime: '2026-03-01T10:00:00Z',
});

/** Read by a parser that nobody here wrote. */
function read(file: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(file) as [string, unknown[], unknown[]]);
}
const first = (card: ICAL.Component, name: string): unknown =>
  card.getFirstProperty(name)?.getFirstValue();
const all = (card: ICAL.Component, name: string): unknown[] =>
  card.getAllProperties(name).map((each) => each.getFirstValue());

describe.each(['4.0', '3.0'] as const)('a vCard %s', (version: VCardVersion) => {
  const card = read(vCard(full, version));

  test('says which it is first, and ends each line as it must', () => {
    const lines = vCard(full, version).split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCARD', `VERSION:${version}`]);
    expect(lines.slice(-2)).toEqual(['END:VCARD', '']);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });

  test('gives another reader every name, sign and line back', () => {
    expect(first(card, 'fn')).toBe('Dr. Zoë Łódź-Ångström 🦊');
    expect(first(card, 'n')).toEqual(['Łódź-Ångström', 'Zoë', 'M.', 'Dr.', 'II']);
    expect(first(card, 'org')).toEqual(['Lenses; Prisms, Inc.', 'R\\D']);
    // ical.js leaves the backslash that 3.0 demands before a semicolon.
    const plain = (value: unknown) =>
      version === '3.0' ? String(value).replaceAll(String.raw`\;`, ';') : value;
    expect(plain(first(card, 'note'))).toBe(full.notes);
    expect(plain(first(card, 'nickname'))).toBe('Zo; the, "fox"');
    expect(card.getFirstProperty('categories')?.getValues()).toEqual(['Green, light', 'VIP']);
  });

  test('gives every way to reach the person', () => {
    expect(all(card, 'email')).toEqual(['zoe@lumen.example', 'zoe@home.example']);
    expect(all(card, 'tel')).toEqual(['+44 7700 900123', '+44 (0)20 7946 0123', '020 7946 0124']);
    expect(
      card.getAllProperties('tel').map((each) => String(each.getParameter('type')).toLowerCase()),
    ).toEqual([
      expect.stringContaining('cell'),
      expect.stringContaining('work'),
      expect.stringContaining('home'),
    ]);
    expect(first(card, 'adr')).toEqual([
      '',
      '',
      '4 Foundry Lane\nUnit 2',
      'Leeds',
      '',
      'LS1 4AB',
      '',
    ]);
    expect(first(card, 'url')).toBe('https://lumen.example/?a=1;b=2,3');
  });

  test('knows a birthday with and without a year', () => {
    const leap = toContact({ id: '1', displayName: 'A', birthday: '1604-02-29T00:00:00Z' });
    expect(vCard(full, version)).toContain(version === '4.0' ? 'BDAY:19740722' : 'BDAY:1974-07-22');
    expect(vCard(leap, version)).toContain(
      version === '4.0' ? 'BDAY:--0229' : 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29',
    );
  });
});

describe('a photo', () => {
  // Longer than what becomes characters at once, and with every byte there is.
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7) % 256);
  const blob = new Blob([bytes], { type: 'image/jpeg' });
  const decoded = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));

  test('stands in a vCard 4.0 as an address that holds it, and another reader gets every byte', async () => {
    const file = vCard(full, '4.0', await cardPhoto(blob));
    const [, base64 = ''] = String(first(read(file), 'photo')).split('data:image/jpeg;base64,');
    expect(decoded(base64)).toEqual(bytes);
    for (const line of file.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75);
  });

  test('stands in a vCard 3.0 as bytes whose kind is named', async () => {
    const card = read(vCard(full, '3.0', await cardPhoto(blob)));
    const photo = card.getFirstProperty('photo');
    expect(photo?.getParameter('type')).toBe('JPEG');
    expect(photo?.getParameter('encoding')).toBe('b');
    const value = photo?.getFirstValue() as unknown as { value: string } | string;
    expect(decoded(typeof value === 'string' ? value : value.value)).toEqual(bytes);
  });

  test('is with the contact that it shows, and nobody else', async () => {
    const photo = await cardPhoto(new Blob([Uint8Array.of(137, 80)], { type: 'image/png' }));
    const other = toContact({ id: '2', displayName: 'B' });
    const file = vCards([full, other], '4.0', new Map(photo && [[full.id, photo]]));
    expect(file.match(/^PHOTO:data:image\/png;base64,iVA=/gm)).toHaveLength(1);
    expect(file.indexOf('PHOTO')).toBeLessThan(file.indexOf('END:VCARD'));
  });

  test('is left out where there is none', async () => {
    expect(await cardPhoto(null)).toBeUndefined();
    expect(await cardPhoto(new Blob([]))).toBeUndefined();
    expect(vCard(full)).not.toContain('PHOTO');
  });
});

test('a contact of whom nothing is known is a vCard too', () => {
  const card = read(vCard(toContact({ id: '1' })));
  expect(first(card, 'fn')).toBe('No name');
  expect(first(card, 'version')).toBe('4.0');
});

test('several stand one after the other in one file', () => {
  const file = vCards([full, toContact({ id: '2', displayName: 'B' })]);
  const cards = ICAL.parse(file) as unknown as [string, unknown[], unknown[]][];
  expect(cards.map((card) => first(new ICAL.Component(card), 'fn'))).toEqual([full.name, 'B']);
});

test('a firm is told from a person', () => {
  const firm = toContact({ id: '1', displayName: 'Lumen', companyName: 'Lumen' });
  expect(first(read(vCard(firm)), 'kind')).toBe('org');
  expect(first(read(vCard(full)), 'kind')).toBe('individual');
});

test('whatever stands in a note, the file stays whole and the note comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (note) => {
      const contact = toContact({ id: '1', displayName: 'A', personalNotes: note });
      const card = read(vCard(contact));
      const wanted = contact.notes.replaceAll(/[^\P{Cc}\t\r\n]/gu, '').replaceAll(/\r\n?/g, '\n');
      expect(first(card, 'note') ?? '').toBe(wanted);
      expect(first(card, 'fn')).toBe('A');
    }),
  );
});
