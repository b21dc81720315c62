import { describe, expect, test } from 'vitest';
import { contact } from './contact.test-kit.ts';
import { findContacts } from './find-contacts.ts';

const contacts = [
  contact('Hannah Nair', { addresses: ['h.nair@lumen.example'], phones: ['+44 20 7946 0123'] }),
  contact('Ana Müller', {
    company: 'Søndergård Optik',
    jobTitle: 'Buyer',
    postal: ['Kongens gate 4, 7011 Trondheim, Norway'],
  }),
  contact('Fiona O’Shaughnessy', { addresses: ['fiona@home.example', 'sales@lumen.example'] }),
  contact('田中 さくら', { otherNames: ['Tanaka', 'Sakura'] }),
  contact('Kenji Nakamura-Jones', { phones: ['(206) 555-0142'] }),
];

const names = (text: string) => findContacts(contacts, text).map((found) => found.contact.name);

test('nothing typed finds everybody in the order given', () => {
  expect(names('  ')).toEqual(contacts.map((each) => each.name));
});

test('accents, capitals and kinds of apostrophe do not matter', () => {
  expect(names('MULLER')).toEqual(['Ana Müller']);
  expect(names("o'shau")).toEqual(['Fiona O’Shaughnessy']);
  expect(names('sondergard')).toEqual(['Ana Müller']);
});

test('a name that begins with what was typed comes before one that has it inside', () => {
  expect(names('an')).toEqual(['Ana Müller', 'Hannah Nair', '田中 さくら']);
});

test('every word has to be there, in any order and anywhere', () => {
  expect(names('nair hannah')).toEqual(['Hannah Nair']);
  expect(names('muller buyer')).toEqual(['Ana Müller']);
  expect(names('muller lumen')).toEqual([]);
});

test('a name is found by how it is read, and by a part after a hyphen', () => {
  expect(names('tanaka')).toEqual(['田中 さくら']);
  expect(names('nakamura-j')).toEqual(['Kenji Nakamura-Jones']);
  expect(names('さく')).toEqual(['田中 さくら']);
});

test('somebody is found by where they live or work', () => {
  expect(names('trondheim')).toEqual(['Ana Müller']);
  expect(names('kongens gate 4')).toEqual(['Ana Müller']);
  expect(findContacts(contacts, '7011')[0]?.because).toBe('Kongens gate 4, 7011 Trondheim, Norway');
});

test('what was found is said when the name does not show it', () => {
  expect(findContacts(contacts, 'sales@')[0]?.because).toBe('sales@lumen.example');
  expect(findContacts(contacts, 'tanaka')[0]?.because).toBe('Tanaka');
  expect(findContacts(contacts, 'fiona')[0]?.because).toBeUndefined();
});

describe('a telephone number is found', () => {
  test.each(['020 7946', '+44 20 79460123', '0123', '0044 20 7946 0123'])('as %s', (text) => {
    expect(names(text)).toEqual(['Hannah Nair']);
  });

  test('whatever stands between its digits', () => {
    expect(names('206.555')).toEqual(['Kenji Nakamura-Jones']);
    expect(findContacts(contacts, '555 0142')[0]?.because).toBe('(206) 555-0142');
  });

  test('by its country, with the plus before it', () => {
    expect(names('+44')).toEqual(['Hannah Nair']);
    expect(names('+20')).toEqual([]);
    expect(names('+1')).toEqual([]);
  });

  test('but not by one or two digits', () => {
    expect(names('20')).toEqual([]);
  });
});
