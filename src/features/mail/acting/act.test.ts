import { expect, test } from 'vitest';
import { toSummary } from '#features/mail/mailbox.ts';
import { changeOf, concerned, inverse, inWords, requestOf, type Act } from './act.ts';

const message = toSummary({
  id: 'a/b=',
  isRead: false,
  categories: ['Blue'],
  parentFolderId: 'inbox-id',
});

test('a change is sent as Graph wants it, to the message by its unchanging id', () => {
  const request = (act: Act) => requestOf(act, message);
  expect(request({ kind: 'read', on: true })).toMatchObject({
    method: 'PATCH',
    path: '/me/messages/a%2Fb%3D',
    headers: { Prefer: 'IdType="ImmutableId"' },
    body: { isRead: true },
  });
  expect(request({ kind: 'flag', on: false }).body).toEqual({ flag: { flagStatus: 'notFlagged' } });
  expect(request({ kind: 'category', name: 'Red', on: true }).body).toEqual({
    categories: ['Blue', 'Red'],
  });
  expect(request({ kind: 'category', name: 'Blue', on: false }).body).toEqual({ categories: [] });
  expect(request({ kind: 'move', to: 'archive', words: 'archived' })).toMatchObject({
    method: 'POST',
    path: '/me/messages/a%2Fb%3D/move',
    body: { destinationId: 'archive' },
  });
  expect(request({ kind: 'destroy' })).toMatchObject({ method: 'DELETE' });
});

test('what is so already is left alone', () => {
  expect(concerned({ kind: 'read', on: false }, [message])).toEqual([]);
  expect(concerned({ kind: 'read', on: true }, [message])).toEqual([message]);
  expect(concerned({ kind: 'category', name: 'Blue', on: true }, [message])).toEqual([]);
  expect(concerned({ kind: 'move', to: 'inbox-id', words: '' }, [message])).toEqual([]);
});

test('what moves is gone from the list, the rest shows its change', () => {
  expect(changeOf({ kind: 'move', to: 'x', words: '' }, message)).toEqual({ gone: 'inbox-id' });
  expect(changeOf({ kind: 'category', name: 'Red', on: true }, message)).toEqual({
    categories: ['Blue', 'Red'],
  });
});

test('everything but a deletion for good can be taken back', () => {
  expect(inverse({ kind: 'move', to: 'archive', words: 'archived' }, message)).toMatchObject({
    to: 'inbox-id',
  });
  expect(inverse({ kind: 'flag', on: true }, message)).toEqual({ kind: 'flag', on: false });
  expect(inverse({ kind: 'destroy' }, message)).toBeUndefined();
});

test('a report counts', () => {
  expect(inWords({ kind: 'read', on: true }, 1)).toBe('Message marked as read');
  expect(inWords({ kind: 'move', to: 'archive', words: 'archived' }, 1200)).toBe(
    '1,200 messages archived',
  );
});
