/** `$search` on messages: what a keyword query means for one letter. */
import type { Message, Recipient } from '#contract/graph.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
import { enclosuresNow } from '#simulator/outlook/attachments/enclosure.ts';
import { timeOf, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import type { Test } from '#simulator/outlook/messages/message-filter.ts';
import { messageAt } from '#simulator/outlook/messages/message.ts';
import { only } from '#simulator/outlook/messages/dressing.ts';
import { textOf } from '#simulator/outlook/messages/message-body.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { beyondAscii, folded, hasWord, span, type Search, type Term } from './search-query.ts';

/** One letter while it is looked at: nothing of it is made before it is needed, nor twice. */
interface Looked {
  readonly place: MessagePlace;
  readonly message: () => Message;
  readonly text: (property: string) => string;
}

const asked = only([
  ...['@odata.type', 'categories', 'sentDateTime', 'hasAttachments', 'subject', 'importance'],
  ...['isRead', 'body', 'from', 'toRecipients', 'ccRecipients', 'bccRecipients', 'flag'],
]);

export function searchTest(mailbox: OpenMailbox, search: Search): Test {
  const test = compiled(mailbox, search);
  return (place) => test(looked(mailbox, place));
}

function looked(mailbox: OpenMailbox, place: MessagePlace): Looked {
  let message: Message | undefined;
  const texts = new Map<string, string>();
  const look: Looked = {
    place,
    message: () => (message ??= messageAt(mailbox, place, asked)),
    text(property) {
      let text = texts.get(property);
      if (text === undefined) {
        texts.set(property, (text = folded(textFor(mailbox, look, property))));
      }
      return text;
    },
  };
  return look;
}

const people: Record<string, (message: Message) => (Recipient | undefined)[]> = {
  from: (message) => [message.from],
  to: (message) => message.toRecipients ?? [],
  cc: (message) => message.ccRecipients ?? [],
  bcc: (message) => message.bccRecipients ?? [],
};
people['recipients'] = (message) =>
  ['to', 'cc', 'bcc'].flatMap((each) => people[each]?.(message) ?? []);
people['participants'] = (message) => [message.from, ...(people['recipients']?.(message) ?? [])];

function textFor(mailbox: OpenMailbox, { message, place }: Looked, property: string): string {
  const who = people[property];
  if (who) {
    return who(message())
      .map((each) => `${each?.emailAddress?.name ?? ''} ${each?.emailAddress?.address ?? ''}`)
      .join('\n');
  }
  if (property === 'subject') return message().subject ?? '';
  if (property === 'body') return textOf(message().body ?? { contentType: 'text', content: '' });
  if (property === 'category') return (message().categories ?? []).join('\n');
  return enclosuresNow(mailbox, place)
    .map(({ enclosure }) => enclosure.name)
    .join('\n');
}

function compiled(mailbox: OpenMailbox, search: Search): (look: Looked) => boolean {
  if (search.kind === 'term') return termTest(mailbox, search);
  if (search.kind === 'not') {
    const inner = compiled(mailbox, search.of);
    return (look) => !inner(look);
  }
  const parts = search.parts.map((part) => compiled(mailbox, part));
  return search.kind === 'and'
    ? (look) => parts.every((test) => test(look))
    : (look) => parts.some((test) => test(look));
}

function termTest(mailbox: OpenMailbox, term: Term): (look: Looked) => boolean {
  const { property, operator, value } = term;
  const negated = operator === '<>';
  const turned = (test: (look: Looked) => boolean) => (look: Looked) => test(look) !== negated;
  switch (property) {
    case 'received':
    case 'sent':
      return timeTest(mailbox, term);
    case 'size':
      return sizeTest(term);
    case 'hasattachment':
    case 'hasattachments': {
      const wanted = truth(value);
      return turned(({ message }) => message().hasAttachments === wanted);
    }
    case 'isread': {
      const wanted = truth(value);
      return turned(({ message }) => message().isRead === wanted);
    }
    case 'isflagged': {
      const wanted = truth(value);
      return turned(({ message }) => (message().flag?.flagStatus === 'flagged') === wanted);
    }
    case 'importance': {
      const wanted = value.toLowerCase() === 'medium' ? 'normal' : value.toLowerCase();
      return turned(({ message }) => message().importance === wanted);
    }
    case 'kind': {
      const meetings = /^meetings?$/i.test(value);
      return turned(({ message }) =>
        message()['@odata.type'] ? meetings : /^email$/i.test(value),
      );
    }
    default:
      return turned(wordTest(property, value));
  }
}

function wordTest(property: string | undefined, value: string): (look: Looked) => boolean {
  const wanted = folded(value.replace(/\*$/, ''));
  const name = property === 'attachmentnames' ? 'attachment' : property;
  const fields = name === undefined ? ['subject', 'from', 'body'] : [name];
  // Most letters have not even the letters of the word; finding that out costs less than taking the text apart.
  const simple = /^[a-z0-9]+$/.test(wanted);
  return ({ text, message }) =>
    fields.some((field) => {
      if (field === 'body' && simple) {
        const { content = '' } = message().body ?? {};
        if (!beyondAscii.test(content) && !content.toLowerCase().includes(wanted)) return false;
      }
      return hasWord(text(field), wanted);
    });
}

function truth(value: string): boolean {
  return /^(true|yes|1)$/i.test(value);
}

function timeTest(
  mailbox: OpenMailbox,
  { property, operator, value }: Term,
): (look: Looked) => boolean {
  const when = span(value, mailbox.now);
  if (!when) throw badRequest(`The value '${value}' of '${property}' in $search is no date.`);
  const [from, before] = when;
  const timeIn = ({ place, message }: Looked) =>
    property === 'sent' ? Date.parse(message().sentDateTime ?? '') : timeOf(mailbox, place);
  return (look) => {
    const time = timeIn(look);
    switch (operator) {
      case '>':
        return time >= before;
      case '>=':
        return time >= from;
      case '<':
        return time < from;
      case '<=':
        return time < before;
      case '<>':
        return time < from || time >= before;
      default:
        return time >= from && time < before;
    }
  };
}

function sizeTest({ operator, value }: Term): (look: Looked) => boolean {
  const [low = 0, high = low] = value.split('..').map(Number);
  return ({ message }) => {
    const size = 4000 + (message().body?.content.length ?? 0);
    if (operator.startsWith('>')) return size > low || (operator === '>=' && size === low);
    if (operator.startsWith('<')) return size < low || (operator === '<=' && size === low);
    return size >= low && size <= high;
  };
}

/** The earliest time a query leaves open, so that what is older need not be looked at. */
export function oldestWanted(mailbox: OpenMailbox, search: Search): number {
  if (search.kind === 'and') {
    return Math.max(...search.parts.map((part) => oldestWanted(mailbox, part)));
  }
  if (search.kind === 'or') {
    return Math.min(...search.parts.map((part) => oldestWanted(mailbox, part)));
  }
  if (search.kind !== 'term' || search.property !== 'received') return Number.NEGATIVE_INFINITY;
  const when = span(search.value, mailbox.now);
  return when && !search.operator.startsWith('<') ? when[0] : Number.NEGATIVE_INFINITY;
}
