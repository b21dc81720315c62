/** A message as it travelled (Graph `$value`): text and HTML side by side, pictures related, files around it. */
import type { ItemBody, Message } from '#contract/graph.ts';
import type { Enclosure, Letter } from '#simulator/seed/letter.ts';
import { hashText, hex } from '#simulator/seed/random.ts';
import { base64Lines, encodedWord, parameter } from './mail-syntax.ts';
import { contentHeaders } from './message-headers.ts';
import { moment, recipient } from '#simulator/outlook/wire.ts';
import { bodyAs, textOf } from './message-body.ts';

const utf8 = new TextEncoder();

/** @param lines the transport's headers, above those of the writer */
export async function mimeOf(
  message: Message,
  enclosures: readonly Enclosure[],
  lines: readonly { readonly name: string; readonly value: string }[] = [],
): Promise<string> {
  const seed = hashText(message.internetMessageId ?? '');
  const body = message.body ?? { contentType: 'text', content: '' };
  const heads = [
    ...lines.map(({ name, value }) => `${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}`),
    ...contentHeaders(message).map(([name, value]) => `${name}: ${value}`),
  ];
  const related = enclosures.filter(({ contentId }) => contentId !== undefined);
  const calendar = enclosures.filter(({ contentType }) => contentType === 'text/calendar');
  const around = enclosures.filter((each) => !related.includes(each));
  const time = Date.parse(message.receivedDateTime ?? message.sentDateTime ?? '');
  const letter = await alternatives(body, calendar, seed);
  const inside = await wrapped('related', letter, related, time, `_004_${hex(30, seed, 1)}_`);
  const whole = await wrapped('mixed', inside, around, time, `_005_${hex(30, seed, 2)}_`);
  return `${heads.join('\r\n')}\r\n${whole}`;
}

async function alternatives(
  body: ItemBody,
  calendar: readonly Enclosure[],
  seed: number,
): Promise<string> {
  const text = part('text/plain; charset="utf-8"', utf8.encode(textOf(body)));
  if (body.contentType === 'text' && calendar.length === 0) return text;
  const parts = [text];
  if (body.contentType === 'html') {
    parts.push(part('text/html; charset="utf-8"', utf8.encode(body.content)));
  }
  for (const each of calendar) {
    parts.push(part('text/calendar; charset="utf-8"; method=REQUEST', await each.bytes()));
  }
  return multipart('alternative', parts, `_000_${hex(30, seed)}_`);
}

async function wrapped(
  kind: string,
  first: string,
  enclosures: readonly Enclosure[],
  time: number,
  boundary: string,
): Promise<string> {
  if (enclosures.length === 0) return first;
  const parts = await Promise.all(enclosures.map((each) => enclosed(each, time)));
  return multipart(kind, [first, ...parts], boundary);
}

function multipart(kind: string, parts: readonly string[], boundary: string): string {
  const inner = parts.map((each) => `--${boundary}\r\n${each}`).join('\r\n');
  return `Content-Type: multipart/${kind};\r\n\tboundary="${boundary}"\r\n\r\n${inner}\r\n--${boundary}--\r\n`;
}

function part(type: string, bytes: Uint8Array, more: readonly string[] = []): string {
  const heads = [`Content-Type: ${type}`, ...more, 'Content-Transfer-Encoding: base64'];
  return `${heads.join('\r\n')}\r\n\r\n${base64Lines(bytes)}\r\n`;
}

async function enclosed(enclosure: Enclosure, time: number): Promise<string> {
  const { name, contentType, contentId, letter, link } = enclosure;
  if (letter) {
    return `Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${await letterMime(letter, time)}`;
  }
  const bytes = link === undefined ? await enclosure.bytes() : utf8.encode(link);
  const safe = name.replaceAll(/[\r\n]+/g, ' ');
  const type = /^[\w.+/-]+(; ?[\w=-]+)*$/.test(contentType)
    ? contentType
    : 'application/octet-stream';
  return part(`${type};\r\n ${parameter('name', safe)}`, bytes, [
    `Content-Description: ${encodedWord(safe)}`,
    `Content-Disposition: ${contentId === undefined ? 'attachment' : 'inline'};\r\n ${parameter('filename', safe)}`,
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
  ]);
}

/** An attached letter, which has no place in the mailbox. */
export function letterMessage(letter: Letter, time: number): Message {
  return {
    id: '',
    subject: letter.subject,
    from: recipient(letter.from),
    toRecipients: (letter.to ?? []).map(recipient),
    ccRecipients: (letter.cc ?? []).map(recipient),
    sentDateTime: moment(time),
    internetMessageId: `<${hex(24, hashText(letter.subject), time / 1000)}@${letter.from.address?.split('@')[1]}>`,
    importance: letter.importance ?? 'normal',
    body: bodyAs(letter.body, undefined),
  };
}

/** @param time when the letter around it came, which dates it everywhere */
export async function letterMime(letter: Letter, time: number): Promise<string> {
  return mimeOf(letterMessage(letter, time), letter.enclosures ?? []);
}
