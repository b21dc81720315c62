import {
  envelope,
  type Birthday,
  type Contact,
  type Place,
} from '#features/contacts/book/address-book.ts';

/** One thing known of a contact: what it is called, what it is, and what one can do with it. */
export interface Fact {
  readonly name: string;
  /** Several lines where it has several. */
  readonly value: string;
  readonly href?: string;
  /** Where a map shows it. */
  readonly map?: string;
  /** A mail address, as the service knows it. */
  readonly address?: string;
  /** Worth taking to another program. */
  readonly copied?: true;
}

export interface FactGroup {
  readonly heading: string;
  readonly facts: readonly Fact[];
}

/** Everything known of a contact in the order it is wanted; what is not known leaves no row behind. */
export function factsOf(contact: Contact): FactGroup[] {
  return [
    group('Reach', [
      ...contact.addresses.map((each) => mail(each, contact.name)),
      ...contact.phones.mobile.map((number) => phone('Mobile', number)),
      ...contact.phones.business.map((number) => phone('Work phone', number)),
      ...contact.phones.home.map((number) => phone('Home phone', number)),
      ...contact.chats.map((value) => ({ name: 'Chat', value, copied: true as const })),
      web(contact.webPage),
    ]),
    group('Work', [
      fact('Company', contact.company),
      fact('Company, as read', contact.companyReading),
      fact('Job title', contact.jobTitle),
      fact('Department', contact.department),
      fact('Office', contact.office),
      fact('Profession', contact.profession),
      fact('Manager', contact.manager),
      fact('Assistant', contact.assistant),
    ]),
    group('Addresses', [
      place('Work', contact.places.business),
      place('Home', contact.places.home),
      place('Other', contact.places.other),
    ]),
    group('Personal', [
      fact('Full name', fullName(contact)),
      fact('Initials', contact.initials),
      fact('Filed as', contact.fileAs === contact.name ? '' : contact.fileAs),
      fact('Nickname', contact.nickname),
      fact('Name, as read', words(contact.reading.surname, contact.reading.given)),
      fact('Birthday', contact.birthday ? formatBirthday(contact.birthday) : ''),
      fact('Partner', contact.spouse),
      fact('Children', contact.children.join(', ')),
      fact('Notes', contact.notes),
    ]),
  ].filter(({ facts }) => facts.length > 0);
}

function group(heading: string, facts: readonly (Fact | undefined)[]): FactGroup {
  return { heading, facts: facts.filter((each) => each !== undefined) };
}

/** Only where the name shown leaves a part of it out. */
function fullName({ name, given, middle, surname }: Contact): string {
  const full = words(given, middle, surname);
  return middle && full !== name ? full : '';
}

function words(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}

function fact(name: string, value: string): Fact | undefined {
  return value ? { name, value } : undefined;
}

function mail({ name, address }: Contact['addresses'][number], contactName: string): Fact {
  const label = name && name !== address && name !== contactName ? `Mail, ${name}` : 'Mail';
  // Exchange also knows addresses of its own kind (/o=ExchangeLabs/...), which no mail program can write to.
  if (!address.includes('@')) return { name: label, value: address, address, copied: true };
  const href = `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
  return { name: label, value: address, address, href, copied: true };
}

function phone(name: string, number: string): Fact {
  const href = telephoneLink(number);
  return { name, value: number, copied: true, ...(href ? { href } : {}) };
}

/** RFC 3966. The zero in `+44 (0)20` is dialled only inside the country, where the prefix is not. */
export function telephoneLink(number: string): string | undefined {
  const [main = '', extension] = number.split(/\s*(?:ext\.?|x|;ext=)\s*(?=\d+$)/i);
  const digits = main.replace(/^(\s*\+.*?)\(0\)/, '$1').replace(/(?!^\+)\D/g, '');
  if (!/\d{3}/.test(digits)) return undefined;
  return `tel:${digits}${extension ? `;ext=${extension}` : ''}`;
}

/** An address book is filled by anybody's hand: only what leads to a web page becomes a link. */
function web(page: string): Fact | undefined {
  if (!page) return undefined;
  const known = { name: 'Web page', value: page, copied: true as const };
  const address = /^[a-z][a-z\d+.-]*:/i.test(page) ? page : `https://${page}`;
  return /^https?:/i.test(address) && URL.canParse(address) ? { ...known, href: address } : known;
}

function place(name: string, at: Place | undefined): Fact | undefined {
  if (!at) return undefined;
  const lines = envelope(at);
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(lines.join(', '))}`;
  return { name, value: lines.join('\n'), map, copied: true };
}

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
});

export function formatBirthday({ year, month, day }: Birthday): string {
  // A leap year, so that there is a 29th of February.
  const date = dayAndMonth.format(new Date(Date.UTC(2000, month - 1, day)));
  return year === undefined ? date : `${date} ${year}`;
}
