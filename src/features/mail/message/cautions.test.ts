import { describe, expect, test } from 'vitest';
import { cautionsOf, hostsOf } from './cautions.ts';

const person = (name: string, address: string) => ({ name, address });
const lidia = person('Lidia Holloway', 'lidia@northlight.example');
const own = 'adele@northlight.example';
const now = new Date('2026-11-20T10:00:00Z');
const people = [lidia, ...Array.from({ length: 3 }, () => person('Shop', 'news@harbour.example'))];
const letter = {
  from: lidia,
  sender: lidia,
  replyTo: [],
  sentAt: new Date('2026-11-20T09:00:00Z'),
};
const cautions = (more: object) =>
  cautionsOf({ ...letter, ...more }, undefined, { own, people, now });

test('an ordinary letter is not doubted', () => {
  expect(cautions({})).toEqual([]);
  expect(cautions({ from: undefined, sender: undefined })).toEqual([]);
  expect(cautions({ replyTo: [person('List', 'list@mail.northlight.example')] })).toEqual([]);
  expect(cautions({ from: person('/o=old', '/o=old/cn=x'), sender: undefined })).toEqual([]);
});

describe('a letter is doubtful', () => {
  test.each([
    [
      'its name is another address',
      { from: person('lidia@northlight.example', 'x@evil.test') },
      /is an address, lidia@/,
    ],
    [
      'its name is a colleague’s',
      { from: person('lidia holloway', 'x@evil.test') },
      /otherwise; this is x@evil/,
    ],
    [
      'its host is nearly known',
      { from: person('Shop', 'news@harbuor.example') },
      /nearly harbour\.example/,
    ],
    [
      'its host looks known',
      { from: person('L', 'l@nоrthlight.example') },
      /xn--.*looks like northlight/,
    ],
    [
      'answers go elsewhere',
      { replyTo: [person('L', 'l@evil.test')] },
      /Answers go to l@evil\.test/,
    ],
    [
      'somebody else sent it',
      { sender: person('B', 'bulk@evil.test') },
      /sent by bulk@evil\.test in the name/,
    ],
    ['it is from tomorrow', { sentAt: new Date('2026-11-21T10:00:00Z') }, /yet to come/],
  ])('when %s', (_, more, words) => {
    const own = 'sender' in more ? more : { sender: undefined, ...more };
    expect(cautions(own)).toHaveLength(1);
    expect(cautions(own)[0]).toMatch(words);
  });

  test('when the checks failed', () => {
    const checks = [
      { name: 'DMARC' as const, result: 'fail', about: 'northlight.example', explanation: '' },
    ];
    const found = cautionsOf(letter, { checks, verdict: 'failed' }, { own, people, now });
    expect(found).toEqual([
      'It may not be from northlight.example: the checks failed (DMARC: fail).',
    ]);
  });
});

test('a host is known by more than one letter', () => {
  expect(hostsOf(own, [...people, person('X', 'x@once.example')])).toEqual([
    'northlight.example',
    'harbour.example',
  ]);
});

describe('the address book knows better', () => {
  const book = [person('Grete Hansen', 'grete@harbour.example')];
  const about = (name: string, address: string, more: object = {}) =>
    cautionsOf({ ...letter, from: person(name, address), sender: undefined }, undefined, {
      own,
      people,
      book,
      now,
      ...more,
    });

  test('where somebody of that name writes from', () => {
    expect(about('grete hansen', 'x@evil.test')).toEqual([
      'grete hansen writes from grete@harbour.example otherwise; this is x@evil.test.',
    ]);
  });

  test('whose name another is made to look like', () => {
    expect(about('Gr\u0435te Hans\u0435n', 'x@evil.test')).toEqual([
      expect.stringMatching(/looks like that of Grete Hansen, who writes from grete@harbour/),
    ]);
  });

  test('whose host is imitated: the letters that look alike are told in ASCII, too', () => {
    expect(about('Grete Hansen', 'grete@h\u0430rbour.example')[0]).toBe(
      'Grete Hansen writes from grete@harbour.example otherwise; this is grete@h\u0430rbour.example (xn--hrbour-3nf.example).',
    );
  });

  test('that one person has several addresses', () => {
    expect(about('Grete Hansen', 'g.hansen@harbour.example')).toEqual([]);
    const both = [...book, person('Grete (home)', 'grete@home.example')];
    expect(about('Grete Hansen', 'Grete@home.example', { book: both })).toEqual([]);
  });
});

test('a first letter is no reason for doubt, but one more where there is another', () => {
  const doubtful = { from: person('lidia@northlight.example', 'x@evil.test'), sender: undefined };
  const surroundings = { own, people, now, isFirst: true };
  expect(cautionsOf(letter, undefined, surroundings)).toEqual([]);
  expect(cautionsOf({ ...letter, ...doubtful }, undefined, surroundings)).toContain(
    'Nothing came from this address before.',
  );
});
