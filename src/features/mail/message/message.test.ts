import { describe, expect, test } from 'vitest';
import { nothingPrinted, printedRows } from '#api/printed-answers.test-kit.ts';
import type { FileAttachment, Message } from '#contract/graph.ts';
import { toAttachment, toMessage } from './message.ts';

const lidia = { emailAddress: { name: 'Lidia Holloway', address: 'lidia@contoso.example' } };

describe('a message', () => {
  test('names another address for answers only when it is another one', () => {
    const replyTo = [{ emailAddress: { address: 'LIDIA@contoso.example' } }];
    expect(toMessage({ id: '1', from: lidia, replyTo }).replyTo).toEqual([]);
    const elsewhere = [{ emailAddress: { address: 'x@elsewhere.example' } }];
    expect(toMessage({ id: '1', from: lidia, replyTo: elsewhere }).replyTo).toHaveLength(1);
  });
});

describe('an attachment', () => {
  test('is known by its content id without the angle brackets of the mail header', () => {
    expect(toAttachment({ id: '1', contentId: '<logo@01>' }).contentId).toBe('logo@01');
    expect(toAttachment({ id: '1', contentId: null }).contentId).toBeUndefined();
  });

  test('is a file, another item, or only a link', () => {
    const kind = (type: string) => toAttachment({ id: '1', '@odata.type': type }).kind;
    expect(kind('#microsoft.graph.fileAttachment')).toBe('file');
    expect(kind('#microsoft.graph.itemAttachment')).toBe('item');
    expect(kind('#microsoft.graph.referenceAttachment')).toBe('reference');
  });
});

describe.skipIf(nothingPrinted)('the printed answers of the Graph reference', () => {
  test('are understood as messages', () => {
    const messages = printedRows<Message>(/\/me\/(mailFolders\/[^/]+\/)?messages(\?|$)/, 'GET').map(
      toMessage,
    );
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message.subject).not.toBe('');
      expect(message.receivedAt.getTime()).not.toBeNaN();
    }
  });

  test('are understood as attachments', () => {
    const attachments = printedRows<FileAttachment>(/\/me\/messages\/[^/]+\/attachments$/, 'GET');
    expect(attachments.map(toAttachment)[0]).toMatchObject({ kind: 'file', name: 'name-value' });
  });
});
