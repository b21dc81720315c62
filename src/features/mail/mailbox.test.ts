import { describe, expect, test } from 'vitest';
import { nothingPrinted, printedRows } from '#api/printed-answers.test-kit.ts';
import type { MailFolder } from '#contract/graph.ts';
import { inOrder, toFolder, toSummary } from './mailbox.ts';

const lidia = { emailAddress: { name: 'Lidia Holloway', address: 'lidia@contoso.example' } };

describe('a message', () => {
  test('keeps what the list shows of it', () => {
    const summary = toSummary({
      id: 'AAMk=',
      subject: 'Minutes',
      bodyPreview: 'Hello\r\n\r\nall   of you',
      from: lidia,
      receivedDateTime: '2026-02-03T08:15:08Z',
      isRead: false,
      importance: 'high',
      flag: { flagStatus: 'flagged' },
      hasAttachments: true,
    });
    expect(summary).toMatchObject({
      subject: 'Minutes',
      preview: 'Hello all of you',
      from: { name: 'Lidia Holloway', address: 'lidia@contoso.example' },
      isRead: false,
      isImportant: true,
      isFlagged: true,
      hasAttachments: true,
    });
    expect(summary.receivedAt.toISOString()).toBe('2026-02-03T08:15:08.000Z');
  });

  test('without a subject says so', () => {
    expect(toSummary({ id: '1', subject: null }).subject).toBe('(no subject)');
    expect(toSummary({ id: '1', subject: '  ' }).subject).toBe('(no subject)');
  });

  test('of which nothing is known about being read does not shout for attention', () => {
    expect(toSummary({ id: '1' }).isRead).toBe(true);
  });

  test('from an address without a name shows the address', () => {
    const from = { emailAddress: { name: '', address: 'a@b.example' } };
    expect(toSummary({ id: '1', from }).from?.name).toBe('a@b.example');
  });

  test('of a draft has no sender', () => {
    expect(toSummary({ id: '1', isDraft: true }).from).toBeUndefined();
  });
});

describe('folders', () => {
  test('stand in the order of a mailbox, the well-known ones first', () => {
    const named = (displayName: string) => ({ id: displayName, displayName });
    const folders = [
      toFolder(named('Zoo')),
      toFolder(named('Gesendet'), 'sentitems'),
      toFolder(named('Apfel')),
      toFolder(named('Posteingang'), 'inbox'),
    ];
    expect(inOrder(folders).map(({ name }) => name)).toEqual([
      'Posteingang',
      'Gesendet',
      'Apfel',
      'Zoo',
    ]);
  });
});

describe.skipIf(nothingPrinted)('the printed answers of the Graph reference', () => {
  test('are understood as folders', () => {
    const folders = printedRows<MailFolder>(/\/me\/mailFolders$/).map((folder) => toFolder(folder));
    expect(folders.find(({ name }) => name === 'Inbox')).toMatchObject({
      unread: 70,
      total: 71,
      children: 1,
    });
  });
});

test('what turns letters round, or breaks a line, is taken out of names and subjects', () => {
  const summary = toSummary({
    id: 'a',
    subject: ' Invoice \u202efdp.exe\r\nBcc:\u0007 everybody\u2066! ',
    from: {
      emailAddress: { name: 'Sender\u0000with\u009fcontrols', address: 'a\u202e@b.example' },
    },
    bodyPreview: 'one\n\n two',
  });
  expect([summary.subject, summary.from, summary.preview]).toEqual([
    'Invoice fdp.exe Bcc: everybody!',
    { name: 'Sender with controls', address: 'a@b.example' },
    'one two',
  ]);
  // Marks that an honest name may need stay.
  expect(toSummary({ id: 'b', subject: 'שלום\u200f (1)' }).subject).toBe('שלום\u200f (1)');
});
