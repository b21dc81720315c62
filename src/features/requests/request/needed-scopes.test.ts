import { expect, test } from 'vitest';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import { missingFor } from './needed-scopes.ts';

const finder = await permissionFinder();
const messages = finder.needed('GET', '/me/messages')?.work ?? [];

test.each([
  ['nothing of it', [], { missing: 'Mail.ReadBasic', outline: undefined }],
  ['the outline', ['mail.readbasic'], { missing: 'Mail.Read', outline: 'Mail.ReadBasic' }],
  ['all of it', ['Mail.ReadBasic', 'Mail.Read'], undefined],
  ['more than it', ['Mail.ReadWrite'], undefined],
])('a refused list of messages whose token opens %s', (_, granted, missing) => {
  expect(missingFor(messages, granted)).toEqual(missing);
});

test('nothing is missing where nothing is known', () => {
  expect(missingFor([], [])).toBeUndefined();
});
