/**
 * Contacts as vCards: 4.0 (RFC 6350), or 3.0 (RFC 2426) for programs that have not learned it. What neither has a
 * property for goes into the `X-` names that Outlook and Apple's address book write and read.
 */
import type { Contact, Place } from '#features/contacts/book/address-book.ts';
import type { CardPhoto } from './card-photo.ts';
import { contentLine, structured, styleOf, type Style, type VCardVersion } from './vcard-text.ts';

/**
 * All of them in one file, which every reader takes for as many contacts.
 *
 * @param photos by the id of the contact
 */
export function vCards(
  contacts: readonly Contact[],
  version: VCardVersion = '4.0',
  photos: ReadonlyMap<string, CardPhoto> = new Map(),
): string {
  return contacts.map((contact) => vCard(contact, version, photos.get(contact.id))).join('');
}

export function vCard(contact: Contact, version: VCardVersion = '4.0', photo?: CardPhoto): string {
  const style = styleOf(version);
  const { isNew, text, list } = style;
  const lines: (string | undefined)[] = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    'PRODID:-//Grantscope//Contacts//EN',
    // The same contact exported twice is the same contact to whoever reads both.
    property('UID', text(contact.id)),
    isNew ? `KIND:${isFirm(contact) ? 'org' : 'individual'}` : undefined,
    // Never absent, even where nothing is known: both versions ask for it.
    contentLine('FN', text(contact.name || 'No name')),
    contentLine('N', nameOf(contact)),
    ...nameExtras(contact, style),
    photo && photoLine(photo, isNew),
    ...work(contact, style),
    ...reach(contact, style),
    address('WORK', contact.places.business, isNew),
    address('HOME', contact.places.home, isNew),
    address(undefined, contact.places.other, isNew),
    birthday(contact, isNew),
    ...family(contact, style),
    property('NOTE', text(contact.notes)),
    property('CATEGORIES', list(contact.categories)),
    contact.changedAt && `REV:${basic(contact.changedAt, isNew)}`,
    'END:VCARD',
  ];
  return lines
    .filter((line) => line !== undefined)
    .map((line) => `${line}\r\n`)
    .join('');
}

function nameOf(contact: Contact): string {
  const { surname, given, middle, title, generation } = contact;
  // A firm's name is no surname; a name that came in one piece is shown by FN.
  return structured([surname, given, middle, title, generation]);
}

/** An address that holds the picture itself in 4.0, its bytes in 3.0. */
function photoLine({ type, base64 }: CardPhoto, isNew: boolean): string {
  if (isNew) return contentLine('PHOTO', `data:${type};base64,${base64}`);
  const kind = type.replace('image/', '').toUpperCase();
  return contentLine(`PHOTO;ENCODING=b;TYPE=${kind}`, base64);
}

function nameExtras({ nickname, reading, initials }: Contact, { text }: Style) {
  return [
    property('NICKNAME', text(nickname)),
    property('X-PHONETIC-FIRST-NAME', text(reading.given)),
    property('X-PHONETIC-LAST-NAME', text(reading.surname)),
    property('X-INITIALS', text(initials)),
  ];
}

function work(contact: Contact, { isNew, text }: Style) {
  const { company, companyReading, department, office, jobTitle, profession } = contact;
  const { manager, assistant } = contact;
  return [
    company || department
      ? contentLine('ORG', structured(department ? [company, department] : [company]))
      : undefined,
    property('X-PHONETIC-ORG', text(companyReading)),
    property('TITLE', text(jobTitle)),
    property('ROLE', text(profession)),
    property('X-OFFICE', text(office)),
    property('X-MS-MANAGER', text(manager)),
    isNew
      ? property('RELATED;TYPE=agent;VALUE=text', text(assistant))
      : property('X-MS-ASSISTANT', text(assistant)),
  ];
}

function reach({ addresses, phones, chats, webPage }: Contact, { isNew, text }: Style) {
  const telephone = (type: string, number: string) => contentLine(`TEL;TYPE=${type}`, text(number));
  // The first is the one to write to.
  const preferred = isNew ? ';PREF=1' : ',PREF';
  const kind = isNew ? '' : ';TYPE=INTERNET';
  return [
    ...addresses.map(({ address: mail }, at) =>
      contentLine(`EMAIL${kind}${at === 0 ? preferred : ''}`, text(mail)),
    ),
    ...phones.mobile.map((number) => telephone(isNew ? 'cell' : 'CELL,VOICE', number)),
    ...phones.business.map((number) => telephone(isNew ? '"work,voice"' : 'WORK,VOICE', number)),
    ...phones.home.map((number) => telephone(isNew ? '"home,voice"' : 'HOME,VOICE', number)),
    ...chats.map((chat) => contentLine('IMPP', uri(chat))),
    property('URL', webPage && uri(webPage)),
  ];
}

/** A chat name that is no URI becomes one; blanks and breaks cannot be in any. */
function uri(value: string): string {
  return encodeURI(value.replaceAll(/[\r\n]/g, '')).replaceAll('%25', '%');
}

function address(type: 'WORK' | 'HOME' | undefined, place: Place | undefined, isNew: boolean) {
  if (!place) return undefined;
  const { street, city, region, postalCode, country } = place;
  const kind = type === undefined ? '' : `;TYPE=${isNew ? type.toLowerCase() : type}`;
  return contentLine(`ADR${kind}`, structured(['', '', street, city, region, postalCode, country]));
}

function birthday({ birthday: day }: Contact, isNew: boolean): string | undefined {
  if (!day) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  const [month, date] = [two(day.month), two(day.day)];
  if (day.year !== undefined) {
    const year = String(day.year).padStart(4, '0');
    return `BDAY:${isNew ? `${year}${month}${date}` : `${year}-${month}-${date}`}`;
  }
  // 3.0 has no day without a year; this is how Apple's address book says it, and others read its year as long ago.
  return isNew ? `BDAY:--${month}${date}` : `BDAY;X-APPLE-OMIT-YEAR=1604:1604-${month}-${date}`;
}

function family({ spouse, children }: Contact, { isNew, text }: Style) {
  return [
    isNew
      ? property('RELATED;TYPE=spouse;VALUE=text', text(spouse))
      : property('X-MS-SPOUSE', text(spouse)),
    ...children.map((child) =>
      contentLine(isNew ? 'RELATED;TYPE=child;VALUE=text' : 'X-MS-CHILD', text(child)),
    ),
  ];
}

function property(name: string, value: string): string | undefined {
  return value ? contentLine(name, value) : undefined;
}

function isFirm({ name, company, given, surname }: Contact): boolean {
  return company !== '' && name === company && !given && !surname;
}

function basic(date: Date, isNew: boolean): string {
  const iso = `${date.toISOString().slice(0, 19)}Z`;
  return isNew ? iso.replaceAll(/[-:]/g, '') : iso;
}
