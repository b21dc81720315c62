import { expect, test } from 'vitest';
import { readSource } from '#features/mail/mail-source.ts';
import { reopening, setOpenNow } from './open-now.ts';

const inbox = readSource('inbox', new URLSearchParams(), undefined);
const archive = readSource('archive', new URLSearchParams(), undefined);

/** What is opened when `archived` comes back, while this is what one reads. */
function opened(source: typeof inbox, message: string | undefined, inItsPlace = 'next') {
  let found: string | undefined;
  setOpenNow({ source, message, onOpen: (id) => (found = id) });
  reopening(inbox, 'archived', inItsPlace)();
  return found;
}

test('a message that comes back is open again in the place of what followed it', () => {
  expect(opened(inbox, 'next')).toBe('archived');
});

test('a message taken back before what follows it has come stays open', () => {
  expect(opened(inbox, 'archived')).toBe('archived');
});

test('who has gone on to another message or another folder stays there', () => {
  expect(opened(inbox, 'another')).toBeUndefined();
  expect(opened(archive, 'next')).toBeUndefined();
});
