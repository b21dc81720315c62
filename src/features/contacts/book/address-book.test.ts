import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type * as wire from '#contract/graph.ts';
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

/** Microsoft's own printed answers; they lie beside the repository where they are at hand. */
const file = new URL('../../../../../shared/data/graph-examples.json', import.meta.url);
const printed = existsSync(file)
  ? (
      JSON.parse(readFileSync(file, 'utf8')) as { examples: { url: string; body: unknown }[] }
    ).examples.filter(({ url }) => /\/me\/(contacts|contactFolders\/\{id\}\/contacts)$/.test(url))
  : [];
if (printed.length === 0)
  console.warn('NOTICE: no printed answers of Graph beside the repository.');

test.skipIf(printed.length === 0)(
  'every contact that Microsoft prints can be read and exported',
  () => {
    const contacts = printed.flatMap(({ body }) => {
      const { value } = body as { value?: wire.Contact[] };
      return value ?? [body as wire.Contact];
    });
    expect(contacts.length).toBeGreaterThan(1);
    for (const contact of contacts) {
      const known = toContact(contact);
      expect(() => factsOf(known)).not.toThrow();
      // Placeholders such as "datetime-value" are no dates.
      expect(known.changedAt?.getTime()).not.toBeNaN();
      expect(vCard(known)).toMatch(/^BEGIN:VCARD\r\n[\s\S]*END:VCARD\r\n$/);
    }
  },
);
