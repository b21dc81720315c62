import type * as wire from '#contract/graph.ts';

/** What a row of the list shows and what it can be found by. */
export interface ContactSummary {
  readonly id: string;
  /** Empty when nothing at all is there to call the contact by. */
  readonly name: string;
  readonly company: string;
  readonly jobTitle: string;
  /** Other names somebody may look for: parts of the name, a nickname, how it is read. */
  readonly otherNames: readonly string[];
  readonly addresses: readonly string[];
  /** Postal addresses, each in one line. */
  readonly postal: readonly string[];
  readonly phones: readonly string[];
}

export interface Birthday {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Parts of a postal address; empty where not known. */
export interface Place {
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
}

export interface Contact extends Omit<
  ContactSummary,
  'otherNames' | 'addresses' | 'postal' | 'phones'
> {
  readonly given: string;
  readonly middle: string;
  readonly surname: string;
  readonly initials: string;
  /** What the owner sorts the contact by. */
  readonly fileAs: string;
  /** `Dr.` */
  readonly title: string;
  /** `Jr.` */
  readonly generation: string;
  readonly nickname: string;
  /** How a name in another script is read. */
  readonly reading: { readonly given: string; readonly surname: string };
  readonly companyReading: string;
  readonly department: string;
  readonly office: string;
  readonly profession: string;
  readonly manager: string;
  readonly assistant: string;
  readonly webPage: string;
  readonly addresses: readonly { readonly name: string; readonly address: string }[];
  readonly chats: readonly string[];
  readonly phones: {
    readonly mobile: readonly string[];
    readonly business: readonly string[];
    readonly home: readonly string[];
  };
  readonly places: {
    readonly business: Place | undefined;
    readonly home: Place | undefined;
    readonly other: Place | undefined;
  };
  readonly birthday: Birthday | undefined;
  readonly spouse: string;
  readonly children: readonly string[];
  readonly notes: string;
  readonly categories: readonly string[];
  readonly createdAt: Date | undefined;
  readonly changedAt: Date | undefined;
}

export function toSummary(contact: wire.Contact): ContactSummary {
  const { phones } = contactPhones(contact);
  return {
    id: contact.id,
    name: nameOf(contact),
    company: text(contact.companyName),
    jobTitle: text(contact.jobTitle),
    otherNames: texts([
      contact.givenName,
      contact.surname,
      contact.nickName,
      contact.yomiGivenName,
      contact.yomiSurname,
    ]),
    addresses: texts((contact.emailAddresses ?? []).map(({ address }) => address)),
    postal: [contact.businessAddress, contact.homeAddress, contact.otherAddress]
      .map(toPlace)
      .flatMap((place) => (place ? [envelope(place).join(', ')] : [])),
    phones: [...phones.mobile, ...phones.business, ...phones.home],
  };
}

export function toContact(contact: wire.Contact): Contact {
  return {
    id: text(contact.id),
    name: nameOf(contact),
    given: text(contact.givenName),
    middle: text(contact.middleName),
    surname: text(contact.surname),
    initials: text(contact.initials),
    fileAs: text(contact.fileAs),
    title: text(contact.title),
    generation: text(contact.generation),
    nickname: text(contact.nickName),
    reading: { given: text(contact.yomiGivenName), surname: text(contact.yomiSurname) },
    company: text(contact.companyName),
    companyReading: text(contact.yomiCompanyName),
    jobTitle: text(contact.jobTitle),
    department: text(contact.department),
    office: text(contact.officeLocation),
    profession: text(contact.profession),
    manager: text(contact.manager),
    assistant: text(contact.assistantName),
    webPage: text(contact.businessHomePage),
    addresses: (contact.emailAddresses ?? [])
      .map(({ name, address }) => ({ name: text(name), address: text(address) }))
      .filter(({ address }) => address !== ''),
    chats: texts(contact.imAddresses ?? []),
    ...contactPhones(contact),
    places: {
      business: toPlace(contact.businessAddress),
      home: toPlace(contact.homeAddress),
      other: toPlace(contact.otherAddress),
    },
    birthday: birthdayOf(contact.birthday),
    spouse: text(contact.spouseName),
    children: texts(contact.children ?? []),
    notes: text(contact.personalNotes),
    categories: texts(contact.categories ?? []),
    createdAt: moment(contact.createdDateTime),
    changedAt: moment(contact.lastModifiedDateTime),
  };
}

function nameOf(contact: wire.Contact): string {
  return (
    text(contact.displayName) ||
    texts([contact.givenName, contact.surname]).join(' ') ||
    text(contact.fileAs) ||
    text(contact.companyName) ||
    text(contact.emailAddresses?.[0]?.address)
  );
}

function contactPhones(contact: wire.Contact): Pick<Contact, 'phones'> {
  return {
    phones: {
      mobile: texts([contact.mobilePhone]),
      business: texts(contact.businessPhones ?? []),
      home: texts(contact.homePhones ?? []),
    },
  };
}

/** Countries that write the town before the postal code. */
const townFirst = /^(US|USA|United States.*|Canada|Australia|India|United Kingdom|UK|Ireland)$/i;

function toPlace(address: wire.PhysicalAddress | null | undefined): Place | undefined {
  const place = {
    street: text(address?.street),
    city: text(address?.city),
    region: text(address?.state),
    postalCode: text(address?.postalCode),
    country: text(address?.countryOrRegion),
  };
  return Object.values(place).some(Boolean) ? place : undefined;
}

/** Lines as on an envelope of the country. */
export function envelope({ street, city, region, postalCode, country }: Place): string[] {
  const town = townFirst.test(country)
    ? texts([city, texts([region, postalCode]).join(' ')]).join(', ')
    : texts([texts([postalCode, city]).join(' '), region]).join(', ');
  return texts([...street.split(/\r?\n/), town, country]);
}

/** Outlook keeps a day as a moment in UTC, and a day whose year is not known in the year 1604. */
function birthdayOf(value: string | null | undefined): Birthday | undefined {
  const date = new Date(value ?? '');
  if (Number.isNaN(date.getTime())) return undefined;
  const year = date.getUTCFullYear();
  return {
    year: year > 1604 ? year : undefined,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** A time that no calendar has (an example's placeholder, a broken import) is not known. */
function moment(value: string | null | undefined): Date | undefined {
  const date = new Date(value ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function text(value: string | null | undefined): string {
  return value?.trim() ?? '';
}

function texts(values: readonly (string | null | undefined)[]): string[] {
  return values.map(text).filter((value) => value !== '');
}
