import { describe, expect, test } from 'vitest';
import type * as wire from '#contract/graph.ts';
import { factsOf, formatBirthday, telephoneLink } from './contact-facts.ts';
import { toContact, toSummary } from '#features/contacts/book/address-book.ts';

const known: wire.Contact = {
  id: 'AAMk=',
  displayName: 'Samantha Booth',
  givenName: 'Samantha',
  surname: 'Booth',
  emailAddresses: [
    { name: 'Samantha Booth', address: 'sam@lumen.example' },
    { name: 'Booth at home', address: 'o\u2019booth+x@home.example' },
    { name: 'Old system', address: '/o=ExchangeLabs/cn=sbooth' },
  ],
  businessPhones: ['+44 (0)20 7946 0123'],
  mobilePhone: null,
  homePhones: [],
  birthday: '1604-02-29T00:00:00Z',
  businessHomePage: 'www.lumen.example/booth',
  businessAddress: {
    street: '4 Foundry Lane\r\nUnit 2',
    city: 'Leeds',
    postalCode: 'LS1 4AB',
    countryOrRegion: 'United Kingdom',
  },
  homeAddress: {
    street: 'Ringstr. 4',
    city: 'Jena',
    postalCode: '07743',
    countryOrRegion: 'Germany',
  },
  otherAddress: {},
  personalNotes: '  ',
};

describe('what Graph says', () => {
  test('leaves no row for what is empty', () => {
    const nothing = toContact({ id: '1', displayName: null, personalNotes: '', children: [] });
    expect(factsOf(nothing)).toEqual([]);
    expect(nothing.name).toBe('');
  });

  test('gives a name to a contact that has none from what else there is', () => {
    expect(toSummary({ id: '1', displayName: ' ', companyName: 'Lumen' }).name).toBe('Lumen');
    expect(toSummary({ id: '1', emailAddresses: [{ address: 'a@b.example' }] }).name).toBe(
      'a@b.example',
    );
  });

  test('becomes groups of facts in the order they are wanted', () => {
    const groups = factsOf(toContact(known));
    expect(groups.map(({ heading }) => heading)).toEqual(['Reach', 'Addresses', 'Personal']);
    expect(groups[0]?.facts.map(({ name, href }) => [name, href])).toEqual([
      ['Mail', 'mailto:sam@lumen.example'],
      ['Mail, Booth at home', 'mailto:o%E2%80%99booth%2Bx@home.example'],
      ['Mail, Old system', undefined],
      ['Work phone', 'tel:+442079460123'],
      ['Web page', 'https://www.lumen.example/booth'],
    ]);
  });

  test('becomes addresses as they stand on an envelope of the country', () => {
    const facts = factsOf(toContact(known)).flatMap((group) => group.facts);
    expect(facts.filter(({ name }) => /Work|Home/.test(name)).map(({ value }) => value)).toEqual([
      '+44 (0)20 7946 0123',
      '4 Foundry Lane\nUnit 2\nLeeds, LS1 4AB\nUnited Kingdom',
      'Ringstr. 4\n07743 Jena\nGermany',
    ]);
  });
});

test('a web page that is no web page is shown and not linked', () => {
  const contact = toContact({ id: '1', businessHomePage: 'javascript:alert(1)' });
  expect(factsOf(contact)[0]?.facts).toEqual([
    { name: 'Web page', value: 'javascript:alert(1)', copied: true },
  ]);
});

test.each([
  ['+1 206 555 0142 ext. 17', 'tel:+12065550142;ext=17'],
  ['(206) 555-0142', 'tel:2065550142'],
  ['ask the front desk', undefined],
])('the number %s is called as %s', (number, link) => {
  expect(telephoneLink(number)).toBe(link);
});

test('a birthday is the day it is everywhere, with its year when that is known', () => {
  const birthday = (value: string) => toContact({ id: '1', birthday: value }).birthday;
  const [leap, other] = [birthday('1604-02-29T00:00:00Z'), birthday('1974-07-22T11:59:00Z')];
  expect(leap && formatBirthday(leap)).toBe('29 February');
  expect(other && formatBirthday(other)).toBe('22 July 1974');
  expect(birthday('not a day')).toBeUndefined();
});
