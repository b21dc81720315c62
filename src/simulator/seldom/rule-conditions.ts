/** What a rule asks of a letter (Graph messageRulePredicates resource). What no letter here can be fits none. */
import type { EmailAddress, Message } from '#contract/graph.ts';
import type { Members } from '#simulator/outlook/mailbox/edits.ts';

export interface Letter {
  readonly fields: Partial<Message>;
  readonly attachments: readonly { readonly size: number; readonly contentId?: string }[];
  /** The address of whose inbox it is. */
  readonly me: string;
}

type Recipients = readonly { readonly emailAddress?: EmailAddress }[] | undefined;
type Test = (letter: Letter, wanted: unknown) => boolean;

const lower = (text: unknown): string => (typeof text === 'string' ? text.toLowerCase() : '');

const addressesOf = (list: Recipients = []) =>
  list.map(({ emailAddress }) => lower(emailAddress?.address));

const namesOf = (list: Recipients = []) =>
  list.map(({ emailAddress }) =>
    lower(`${emailAddress?.name ?? ''} ${emailAddress?.address ?? ''}`),
  );

/** One of the texts that are wanted is in one of those that are there. */
function isIn(wanted: unknown, texts: readonly string[]): boolean {
  const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [];
  return list.some((each) => texts.some((text) => text.includes(lower(each))));
}

const named = (wanted: unknown): readonly string[] =>
  Array.isArray(wanted) ? addressesOf(wanted as Recipients) : [];

const subjectOf = ({ fields }: Letter) => lower(fields.subject);
const bodyOf = ({ fields }: Letter) => lower(fields.body?.content.replaceAll(/<[^>]*>/g, ' '));
const senderOf = ({ fields }: Letter): Recipients => (fields.from ? [fields.from] : []);
const readersOf = ({ fields }: Letter): Recipients => [
  ...(fields.toRecipients ?? []),
  ...(fields.ccRecipients ?? []),
];
const isTo = ({ fields, me }: Letter) => addressesOf(fields.toRecipients).includes(me);
const isCc = ({ fields, me }: Letter) => addressesOf(fields.ccRecipients).includes(me);

const tests: Readonly<Record<string, Test>> = {
  subjectContains: (letter, wanted) => isIn(wanted, [subjectOf(letter)]),
  bodyContains: (letter, wanted) => isIn(wanted, [bodyOf(letter)]),
  bodyOrSubjectContains: (letter, wanted) => isIn(wanted, [subjectOf(letter), bodyOf(letter)]),
  senderContains: (letter, wanted) => isIn(wanted, namesOf(senderOf(letter))),
  recipientContains: (letter, wanted) => isIn(wanted, namesOf(readersOf(letter))),
  fromAddresses: (letter, wanted) =>
    addressesOf(senderOf(letter)).some((address) => named(wanted).includes(address)),
  sentToAddresses: (letter, wanted) =>
    addressesOf(readersOf(letter)).some((address) => named(wanted).includes(address)),
  importance: ({ fields }, wanted) => (fields.importance ?? 'normal') === wanted,
  sensitivity: (_, wanted) => wanted === 'normal',
  hasAttachments: ({ attachments }) => attachments.some(({ contentId }) => contentId === undefined),
  sentToMe: isTo,
  sentCcMe: isCc,
  sentToOrCcMe: (letter) => isTo(letter) || isCc(letter),
  sentOnlyToMe: (letter) => isTo(letter) && readersOf(letter)?.length === 1,
  notSentToMe: (letter) => !isTo(letter),
  withinSizeRange: (letter, wanted) => {
    const { minimumSize = 0, maximumSize = Infinity } = wanted as Record<
      string,
      number | undefined
    >;
    const bytes = letter.attachments.reduce((sum, { size }) => sum + size, bodyOf(letter).length);
    return bytes >= minimumSize * 1024 && bytes <= maximumSize * 1024;
  },
};

/** A condition that is nothing, or no, asks for nothing. */
function asked(conditions: Members): [name: string, wanted: unknown][] {
  return Object.entries(conditions).filter(
    ([, wanted]) =>
      wanted !== null && wanted !== false && !(Array.isArray(wanted) && wanted.length === 0),
  );
}

const fits = (letter: Letter, [name, wanted]: readonly [string, unknown]): boolean =>
  tests[name]?.(letter, wanted) ?? false;

export const fitsAll = (letter: Letter, conditions: Members): boolean =>
  asked(conditions).every((each) => fits(letter, each));

export const fitsAny = (letter: Letter, conditions: Members): boolean =>
  asked(conditions).some((each) => fits(letter, each));
