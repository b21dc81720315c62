/** The header lines of a letter: the way it came, and what the receiving server found out about its sender (RFC 8601). */
import type { InternetMessageHeader, Message } from '#contract/graph.ts';
import { company } from '#simulator/seed/company.ts';
import { madeHere, receivedAt } from '#simulator/seed/mailbox.ts';
import { letterAt } from '#simulator/seed/post.ts';
import { hash, hex } from '#simulator/seed/random.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { messageAt } from './message.ts';
import { envelope } from './dressing.ts';
import { encodedWord, mailboxes, mailDate } from './mail-syntax.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

type Verdict = 'pass' | 'fail' | 'none';

function asciiDomain(address: string): string {
  const domain = address.split('@').at(-1) ?? '';
  try {
    return new URL(`https://${domain}`).hostname;
  } catch {
    return domain;
  }
}

function verdictOf(mailbox: OpenMailbox, place: MessagePlace): Verdict {
  if (place.folder.number === madeHere) return 'pass';
  const letter = letterAt(mailbox, place.folder, place.index);
  if (letter.authentic) return letter.authentic;
  const roll = hash(mailbox.key, place.folder.number, place.index, 31) % 12;
  return roll === 0 && !letter.bulk ? 'none' : 'pass';
}

/** Oldest hop last, as every server writes above what it was given. */
export function headersOf(mailbox: OpenMailbox, place: MessagePlace): InternetMessageHeader[] {
  const message = messageAt(mailbox, place, envelope);
  const made = place.folder.number === madeHere ? mailbox.changes.made[place.index] : undefined;
  if (made?.isDraft) return [];
  return [
    ...(made?.headers ?? transport(mailbox, place, message)),
    ...contentHeaders(message).map(([name, value]) => ({
      name,
      value: value.replaceAll(/\r\n[ \t]/g, ' '),
    })),
  ];
}

function transport(
  mailbox: OpenMailbox,
  place: MessagePlace,
  message: Message,
): InternetMessageHeader[] {
  const address = message.from?.emailAddress?.address ?? '';
  const domain = asciiDomain(address);
  const key = [mailbox.key, place.folder.number, place.index];
  const time =
    place.folder.number === madeHere
      ? Date.parse(message.receivedDateTime ?? '')
      : receivedAt(mailbox, place.folder, place.index);
  const inside = domain === company.domain;
  const verdict = verdictOf(mailbox, place);
  // Documentation ranges (RFC 5737, RFC 3849).
  const ip = `203.0.113.${1 + (hash(...key, 32) % 250)}`;
  const edge = `AM0PR07CA0${hash(...key, 33) % 90}.eurprd07.prod.outlook.example`;
  const store = `DB9PR07MB${1000 + (hash(...key, 34) % 9000)}.eurprd07.prod.outlook.example`;
  const hop = (from: string, by: string, back: number) => ({
    name: 'Received',
    value: `from ${from} by ${by} (2001:db8:${hex(4, ...key, back)}::1) with Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.${7000 + (hash(...key, 35) % 900)}.${hash(...key, 36) % 40}; ${mailDate(time - back * 1000)}`,
  });
  const results = {
    pass: `spf=pass (sender IP is ${ip}) smtp.mailfrom=${domain}; dkim=pass (signature was verified) header.d=${domain};dmarc=pass action=none header.from=${domain};compauth=pass reason=100`,
    fail: `spf=fail (sender IP is ${ip}) smtp.mailfrom=bounce.${domain}; dkim=fail (body hash did not verify) header.d=${domain};dmarc=fail action=quarantine header.from=${domain};compauth=fail reason=000`,
    none: `spf=none (sender IP is ${ip}) smtp.mailfrom=${domain}; dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=${domain};compauth=none reason=405`,
  };
  return [
    hop(`${edge} (2603:10a6::5)`, store, 0),
    hop(inside ? store : `mail.${domain} (${ip})`, edge, 1),
    ...(inside ? [] : [hop(`[192.0.2.${hash(...key, 37) % 250}]`, `mail.${domain}`, 3)]),
    {
      name: 'Authentication-Results',
      value: inside
        ? `dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=${domain};`
        : results[verdict],
    },
    ...(inside
      ? []
      : [
          {
            name: 'Received-SPF',
            value: `${verdict[0]?.toUpperCase()}${verdict.slice(1)} (protection.outlook.example: domain of ${domain} ${verdict === 'pass' ? 'designates' : 'does not designate'} ${ip} as permitted sender) client-ip=${ip}; helo=mail.${domain};`,
          },
        ]),
    {
      name: 'X-MS-Exchange-Organization-SCL',
      value: verdict === 'fail' ? '5' : inside ? '-1' : '1',
    },
    { name: 'X-MS-Exchange-Organization-AuthAs', value: inside ? 'Internal' : 'Anonymous' },
    { name: 'Return-Path', value: verdict === 'fail' ? `bounce@bounce.${domain}` : address },
  ];
}

/** What the writer's own program said; the same lines stand in the MIME form. */
export function contentHeaders(message: Message): [name: string, value: string][] {
  const line = (name: string, value: string): [string, string][] => (value ? [[name, value]] : []);
  return [
    ...line('From', mailboxes([message.from])),
    ...line('To', mailboxes(message.toRecipients ?? [])),
    ...line('Cc', mailboxes(message.ccRecipients ?? [])),
    ...line('Reply-To', mailboxes(message.replyTo ?? [])),
    ...line('Subject', encodedWord(message.subject ?? '')),
    ...line('Thread-Index', message.conversationIndex ?? ''),
    ...line('Date', mailDate(Date.parse(message.sentDateTime ?? ''))),
    ...line('Message-ID', message.internetMessageId ?? ''),
    ...line('Importance', message.importance === 'normal' ? '' : (message.importance ?? '')),
    ...line(
      'List-Unsubscribe',
      message.inferenceClassification === 'other'
        ? `<mailto:leave@${asciiDomain(message.from?.emailAddress?.address ?? '')}>`
        : '',
    ),
    ['MIME-Version', '1.0'],
  ];
}
