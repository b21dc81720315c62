/** Reads what a client writes: messages and attachments in request bodies, checked as the service checks them. */
import type { InternetMessageHeader, Message, Recipient } from '#contract/graph.ts';
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { unreadable } from '#simulator/graph/graph-body.ts';
import type { WireAttachment } from '#simulator/outlook/attachments/attachment.ts';
import { bytesOf } from '#simulator/outlook/attachments/written-attachment.ts';

const writable =
  'subject body toRecipients ccRecipients bccRecipients replyTo from sender importance categories flag isRead isDeliveryReceiptRequested isReadReceiptRequested inferenceClassification internetMessageHeaders internetMessageId attachments isDraft receivedDateTime sentDateTime conversationId parentFolderId hasAttachments bodyPreview id changeKey'.split(
    ' ',
  );

/** Sent back by clients that echo a whole message; the service passes over them. */
const passedOver =
  'isDraft receivedDateTime sentDateTime conversationId parentFolderId hasAttachments bodyPreview id changeKey'.split(
    ' ',
  );

export interface Written {
  readonly fields: Partial<Message>;
  readonly attachments: readonly WireAttachment[];
  readonly headers: readonly InternetMessageHeader[];
}

export function readWritten(given: unknown): Written {
  if (typeof given !== 'object' || given === null) {
    throw new GraphRefusal(400, 'ErrorInvalidRequest', 'A message is missing in the request.');
  }
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name.includes('@')) continue;
    if (!writable.includes(name)) {
      throw new GraphRefusal(
        400,
        'RequestBodyRead',
        `The property '${name}' does not exist on type 'microsoft.graph.message'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
      );
    }
    if (!passedOver.includes(name)) fields[name] = checked(name, value);
  }
  const { attachments = [], internetMessageHeaders = [], ...rest } = fields;
  return {
    fields: rest as Partial<Message>,
    attachments: attachments as WireAttachment[],
    headers: internetMessageHeaders as InternetMessageHeader[],
  };
}

const choices: Record<string, readonly string[]> = {
  importance: ['low', 'normal', 'high'],
  inferenceClassification: ['focused', 'other'],
};

function checked(name: string, value: unknown): unknown {
  if (name.endsWith('Recipients') || name === 'replyTo') return recipients(value);
  if (name === 'from' || name === 'sender') return recipients([value])[0];
  const known = choices[name];
  if (known) {
    const found = known.find((each) => each === String(value).toLowerCase());
    if (!found) throw unreadable(name);
    return found;
  }
  if (/^is[A-Z]/.test(name) && typeof value !== 'boolean' && value !== null) throw unreadable(name);
  if (name === 'categories' || name === 'attachments' || name === 'internetMessageHeaders') {
    if (!Array.isArray(value)) throw unreadable(name);
  }
  if (name === 'body') return bodyOf(value);
  if (name === 'flag') return flagOf(value);
  if (name === 'subject' && typeof value !== 'string' && value !== null) throw unreadable(name);
  return value;
}

function recipients(value: unknown): Recipient[] {
  if (!Array.isArray(value)) throw unreadable('recipients');
  return value.map((each: unknown) => {
    const given = (each as Recipient | null)?.emailAddress;
    const address = given?.address?.trim() ?? '';
    return { emailAddress: { name: given?.name ?? address, address } };
  });
}

function bodyOf(value: unknown): Message['body'] {
  const { contentType = 'text', content = '' } = (value ?? {}) as {
    contentType?: string;
    content?: string;
  };
  const type = contentType.toLowerCase();
  if (type !== 'text' && type !== 'html') throw unreadable('body');
  return { contentType: type, content };
}

function flagOf(value: unknown): Message['flag'] {
  const given = (value ?? {}) as NonNullable<Message['flag']>;
  if (!['notFlagged', 'complete', 'flagged'].includes(given.flagStatus)) throw unreadable('flag');
  const { flagStatus, startDateTime, dueDateTime, completedDateTime } = given;
  if (flagStatus === 'notFlagged') return { flagStatus };
  return {
    flagStatus,
    ...(startDateTime ? { startDateTime } : {}),
    ...(dueDateTime ? { dueDateTime } : {}),
    ...(completedDateTime && flagStatus === 'complete' ? { completedDateTime } : {}),
  };
}

/** A message handed over as MIME in base64: the headers a reader shows, and the text after them. */
export function readMime(text: string): Written {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text) || text.trim() === '') {
    throw new GraphRefusal(
      400,
      'ErrorMimeContentInvalidBase64String',
      'Invalid base64 string for MIME content.',
    );
  }
  const mime = new TextDecoder().decode(bytesOf(text.replaceAll(/\s/g, '')));
  const [head = '', ...rest] = mime.split(/\r?\n\r?\n/);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const value = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const people = (name: string): Recipient[] =>
    value(name)
      .split(',')
      .filter((each) => each.includes('@'))
      .map((each) => {
        const match = /^(.*)<([^>]+)>/.exec(each.trim());
        const address = (match?.[2] ?? each).trim();
        return {
          emailAddress: { name: match?.[1]?.replaceAll('"', '').trim() || address, address },
        };
      });
  return {
    fields: {
      subject: value('subject'),
      toRecipients: people('to'),
      ccRecipients: people('cc'),
      bccRecipients: people('bcc'),
      body: {
        contentType: /text\/html/i.test(value('content-type')) ? 'html' : 'text',
        content: rest.join('\r\n\r\n'),
      },
    },
    attachments: [],
    headers: [],
  };
}
