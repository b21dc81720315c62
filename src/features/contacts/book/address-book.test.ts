import { expect, test } from 'vitest';
import { nothingPrinted, printedRows } from '#api/printed-answers.test-kit.ts';
import type * as wire from '#contract/graph.ts';
import { toContactFolder } from '#features/contacts/contacts-api.ts';
import { contactOf } from '#features/contacts/people/people-api.ts';
import { factsOf } from '#features/contacts/card/contact-facts.ts';
import { vCard } from '#features/contacts/export/vcard.ts';
import { toContact, toSummary } from './address-book.ts';

test('a contact of whom the service says nothing but null is a contact without facts', () => {
  const empty = JSON.parse(
    '{"id":"1","displayName":null,"emailAddresses":[],"homeAddress":{},"birthday":null,"businessPhones":[],"personalNotes":""}',
  ) as wire.Contact;
  expect(toSummary(empty)).toMatchObject({ name: '', addresses: [], phones: [] });
  expect(factsOf(toContact(empty))).toEqual([]);
});

test('a person near by is read as a contact, the likeliest address first', () => {
  const contact = contactOf({
    id: '33b43a5b',
    displayName: 'Lorrie Frye',
    givenName: 'Lorrie',
    surname: 'Frye',
    birthday: '',
    jobTitle: 'Paralegal',
    companyName: null,
    officeLocation: '20/2107',
    userPrincipalName: 'lorrief@contoso.example',
    imAddress: 'sip:lorrief@contoso.example',
    scoredEmailAddresses: [
      { address: 'old@contoso.example', relevanceScore: 1 },
      { address: 'lorrief@contoso.example', relevanceScore: 8 },
    ],
    phones: [
      { type: 'business', number: '+1 732 555 0102' },
      { type: 'mobile', number: '+1 732 555 0103' },
    ],
    websites: [],
    postalAddresses: [],
  });
  expect(toSummary(contact)).toMatchObject({
    name: 'Lorrie Frye',
    addresses: ['lorrief@contoso.example', 'old@contoso.example'],
    phones: ['+1 732 555 0103', '+1 732 555 0102'],
  });
  expect(toContact(contact).birthday).toBeUndefined();
});

test('a person without scored addresses is reached by the sign-in name', () => {
  expect(contactOf({ id: '1', userPrincipalName: 'a@b.example' }).emailAddresses).toEqual([
    { address: 'a@b.example' },
  ]);
});

test.skipIf(nothingPrinted)('every contact that Microsoft prints can be read and exported', () => {
  const contacts = printedRows<wire.Contact>(/\/me\/(contacts|contactFolders\/\{id\}\/contacts)$/);
  expect(contacts.length).toBeGreaterThan(1);
  for (const contact of contacts) {
    const known = toContact(contact);
    expect(() => factsOf(known)).not.toThrow();
    // Placeholders such as "datetime-value" are no dates.
    expect(known.changedAt?.getTime()).not.toBeNaN();
    expect(vCard(known)).toMatch(/^BEGIN:VCARD\r\n[\s\S]*END:VCARD\r\n$/);
  }
});

test.skipIf(nothingPrinted)('every folder of contacts that Microsoft prints has a name', () => {
  const folders = printedRows<wire.ContactFolder>(
    /\/me\/contactFolders(\/\{id\}\/childFolders|\/delta)?$/,
  );
  const names = folders.map((folder) => toContactFolder(folder, 0).name);
  expect(names).toEqual(expect.arrayContaining(['Contacts', 'Family']));
  expect(names).not.toContain('No name');
});

test('a folder of contacts without a name says so', () => {
  const folder = toContactFolder({ id: '1', displayName: ' ' }, 2);
  expect(folder).toEqual({ id: '1', name: 'No name', depth: 2 });
});
