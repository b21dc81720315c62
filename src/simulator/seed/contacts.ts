/** The address book of a mailbox: people and firms of several cultures, some of them with little known about them. */
import type { Contact } from '#contract/graph.ts';
import { cultures, digits, firms, latin, someName, type SomeName } from './cultures.ts';
import type { Mailbox } from './mailbox.ts';
import { dice, type Dice } from './random.ts';

const titles = [
  'Buyer',
  'Head of Metrology',
  'Optical Designer',
  'Key Account Manager',
  'Professor',
  'Dispatch',
  'Laser Safety Officer',
  'Geschäftsführerin',
  'Responsable qualité',
] as const;

export interface ContactFolder {
  readonly number: number;
  readonly name: string;
  readonly size: number;
  readonly parent: number;
}

/** The first is the default folder, which the service does not list among the others. */
export const contactFolders = [
  { number: 0, name: 'Contacts', size: 214, parent: 0 },
  { number: 1, name: 'Suppliers', size: 23, parent: 0 },
  { number: 2, name: 'Glass', size: 9, parent: 1 },
  { number: 3, name: 'Customers', size: 61, parent: 0 },
  { number: 4, name: 'Asia', size: 17, parent: 3 },
] as const satisfies readonly ContactFolder[];

export function contactsIn({ owner }: Mailbox, { number, size }: ContactFolder): number {
  if (owner.mailboxSize === 0) return 0;
  return number === 0 ? (owner.addressBookSize ?? size) : size;
}

/** What is known of a contact; ids and times are the business of whoever puts it on the wire. */
export function contactAt(mailbox: Mailbox, { number }: ContactFolder, index: number): Contact {
  const roll = dice(mailbox.key, 200 + number, index);
  const name = someName(roll);
  const firm = roll.of(firms);
  const place = roll.below(40);
  if (place === 0) return firmAlone(roll);
  const address =
    place === 1 ? [] : [{ name: name.display, address: `${name.alias}@${firm.domain}` }];
  const contact: Contact = {
    ...nothingKnown,
    id: '',
    displayName: name.display,
    givenName: name.given,
    surname: name.surname,
    fileAs: `${name.surname}, ${name.given}`,
    emailAddresses: roll.chance(15)
      ? [...address, { name: name.display, address: `${latin(name.alias)}@home.example` }]
      : address,
    businessPhones: roll.chance(70) ? [digits(roll, name.culture.phone)] : [],
    mobilePhone: roll.chance(55) ? digits(roll, '+44 7700 900###') : null,
  };
  return { ...contact, ...workOf(roll, firm.name), ...homeOf(roll, name), ...oddities(roll, name) };
}

/** The service names every member, whether anything is known or not. */
export const nothingKnown: Omit<Contact, 'id'> = {
  ...members(
    'birthday fileAs displayName givenName initials middleName nickName surname title yomiGivenName yomiSurname yomiCompanyName generation jobTitle companyName department officeLocation profession businessHomePage assistantName manager mobilePhone spouseName',
    null,
  ),
  ...members('categories imAddresses homePhones businessPhones children emailAddresses', []),
  ...members('homeAddress businessAddress otherAddress', {}),
  personalNotes: '',
};

function members(names: string, value: unknown): Partial<Contact> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

function workOf(roll: Dice, firm: string): Partial<Contact> {
  if (roll.chance(12)) return {};
  return {
    companyName: firm,
    jobTitle: roll.chance(75) ? roll.of(titles) : null,
    department: roll.chance(35) ? roll.of(['Purchasing', 'R&D', 'Qualität', '品質保証部']) : null,
    officeLocation: roll.chance(20) ? `Building ${1 + roll.below(9)}` : null,
  };
}

function homeOf(roll: Dice, { culture }: SomeName): Partial<Contact> {
  if (roll.chance(45)) return {};
  return {
    businessAddress: {
      street: `Optics Park ${1 + roll.below(90)}`,
      city: roll.of(culture.towns),
      countryOrRegion: culture.country,
      postalCode: digits(roll, '#####'),
    },
  };
}

function oddities(roll: Dice, name: SomeName): Partial<Contact> {
  return {
    // Midnight at the start of the day, in UTC; the year 1604 stands for "unknown".
    birthday: roll.chance(20)
      ? `${roll.chance(20) ? 1604 : 1950 + roll.below(55)}-0${1 + roll.below(9)}-1${roll.below(10)}T00:00:00Z`
      : null,
    nickName: roll.chance(8) ? name.given.slice(0, 3) : null,
    title: roll.chance(10) ? roll.of(['Dr.', 'Prof.', 'Dr.-Ing.']) : null,
    categories: roll.chance(10) ? ['Green category'] : [],
    personalNotes: roll.chance(12) ? 'Met at the trade fair, hall 4.\r\nPrefers mail.' : '',
    ...(name.culture.surnameFirst
      ? {
          yomiSurname: latin(name.alias.split('.')[1] ?? ''),
          yomiGivenName: latin(name.alias.split('.')[0] ?? ''),
        }
      : {}),
  };
}

/** No person at all: the front desk of a firm. */
function firmAlone(roll: Dice): Contact {
  const firm = roll.of(firms);
  return {
    ...nothingKnown,
    id: '',
    displayName: firm.name,
    fileAs: firm.name,
    companyName: firm.name,
    businessHomePage: `https://www.${firm.domain}/`,
    businessPhones: [digits(roll, roll.of(cultures).phone)],
  };
}
