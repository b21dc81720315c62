import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Collection, FileAttachment, Message } from '#contract/graph.ts';
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

interface Example {
  method: string;
  url: string;
  status: number;
  body: unknown;
}

/** Answers printed in the Graph reference; they lie beside the repository on some machines only. */
const examples = new URL('../../../../../shared/data/graph-examples.json', import.meta.url);

describe.runIf(existsSync(examples))('the printed answers of the Graph reference', () => {
  const read = () =>
    (JSON.parse(readFileSync(examples, 'utf8')) as { examples: Example[] }).examples.filter(
      ({ method, status }) => method === 'GET' && status === 200,
    );
  const valuesOf = <T>(path: RegExp) =>
    read()
      .filter(({ url }) => path.test(url))
      .flatMap(({ body }) => (body as Partial<Collection<T>>).value ?? []);

  test('are understood as messages', () => {
    const messages = valuesOf<Message>(/\/me\/(mailFolders\/[^/]+\/)?messages(\?|$)/).map(
      toMessage,
    );
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message.subject).not.toBe('');
      expect(message.receivedAt.getTime()).not.toBeNaN();
    }
  });

  test('are understood as attachments', () => {
    const attachments = valuesOf<FileAttachment>(/\/me\/messages\/[^/]+\/attachments$/);
    expect(attachments.map(toAttachment)[0]).toMatchObject({ kind: 'file', name: 'name-value' });
  });
});
