/** A message that came with the mailbox: each member is arithmetic over its place, and only the wanted ones are worked out. */
import type { Message } from '#contract/graph.ts';
import { ownerAddress, type Letter } from '#simulator/seed/letter.ts';
import { isRead, receivedAt } from '#simulator/seed/mailbox.ts';
import { conversationStart, glanceAt, letterAt } from '#simulator/seed/post.ts';
import { hash, hex } from '#simulator/seed/random.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { changeKey } from '#simulator/outlook/mailbox/item-id.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { moment, recipient } from '#simulator/outlook/wire.ts';
import { conversationId, conversationIndex } from './conversation.ts';
import type { Dressing } from './dressing.ts';
import { bodyAs, previewOf } from './message-body.ts';

/** Of many members nothing is in the letter: it is written for the first that has. */
class Born {
  readonly mailbox: OpenMailbox;
  readonly place: MessagePlace;
  readonly dressing: Dressing;
  readonly key: readonly [mailbox: number, folder: number, index: number];
  #letter: Letter | undefined;

  constructor(mailbox: OpenMailbox, place: MessagePlace, dressing: Dressing) {
    this.mailbox = mailbox;
    this.place = place;
    this.dressing = dressing;
    this.key = [mailbox.key, place.folder.number, place.index];
  }

  get letter(): Letter {
    const read = this.dressing.isGlance ? glanceAt : letterAt;
    return (this.#letter ??= read(this.mailbox, this.place.folder, this.place.index));
  }

  get received(): number {
    return receivedAt(this.mailbox, this.place.folder, this.place.index);
  }
}

type Makers = { readonly [Name in keyof Message]: (item: Born) => Message[Name] };

/** In the service's order. What depends on where the message lies now is filled in afterwards, at its place here. */
const members: Makers = {
  id: () => '',
  createdDateTime: ({ received }) => moment(received + 1000),
  lastModifiedDateTime: ({ received, key }) =>
    moment(received + 2000 + (hash(...key, 7) % 40) * 1000),
  changeKey: ({ key }) => changeKey(...key),
  categories: ({ letter }) => [...(letter.categories ?? [])],
  receivedDateTime: ({ received }) => moment(received),
  sentDateTime: ({ received, key }) => moment(received - 1000 - (hash(...key, 8) % 9) * 1000),
  hasAttachments: ({ letter }) =>
    (letter.enclosures ?? []).some(({ contentId }) => contentId === undefined),
  internetMessageId: ({ letter, key }) =>
    `<${hex(24, ...key, 9)}@${letter.from.address?.split('@')[1]}>`,
  subject: ({ letter }) => letter.subject,
  bodyPreview: ({ letter }) => previewOf(letter.body),
  importance: ({ letter }) => letter.importance ?? 'normal',
  parentFolderId: () => '',
  conversationId: ({ mailbox, place: { folder, index } }) =>
    conversationId(mailbox, folder.number, conversationStart(mailbox, folder, index)),
  conversationIndex: ({ mailbox, place: { folder, index }, received }) =>
    conversationIndex(mailbox, folder.number, conversationStart(mailbox, folder, index), received),
  isDeliveryReceiptRequested: ({ place }) => (isDraft(place) ? null : false),
  isReadReceiptRequested: () => false,
  isRead: ({ mailbox, place }) => isRead(mailbox, place.folder, place.index),
  isDraft: ({ place }) => isDraft(place),
  webLink: () => '',
  inferenceClassification: ({ letter }) => (letter.bulk ? 'other' : 'focused'),
  body: ({ letter, dressing: { bodyType, isGlance } }) =>
    isGlance ? letter.body : bodyAs(letter.body, bodyType),
  sender: ({ letter }) => recipient(letter.from),
  from: ({ letter }) => recipient(letter.from),
  toRecipients: ({ letter, mailbox }) =>
    (letter.to ?? [ownerAddress(mailbox.owner)]).map(recipient),
  ccRecipients: ({ letter }) => (letter.cc ?? []).map(recipient),
  bccRecipients: () => [],
  replyTo: ({ letter }) => (letter.replyTo ?? []).map(recipient),
  flag: ({ key }) => ({ flagStatus: hash(...key, 10) % 23 === 0 ? 'flagged' : 'notFlagged' }),
};

const all = Object.entries(members);

const chosen = new WeakMap<NonNullable<Dressing['wants']>, typeof all>();

/** The same for every message of a page, so they are picked once. */
function makersFor(wants: Dressing['wants']): typeof all {
  if (!wants) return all;
  let makers = chosen.get(wants);
  if (!makers) chosen.set(wants, (makers = all.filter(([name]) => wants(name))));
  return makers;
}

function isDraft({ folder }: MessagePlace): boolean {
  return folder.habit === 'drafts';
}

export function bornMessage(
  mailbox: OpenMailbox,
  place: MessagePlace,
  dressing: Dressing,
): Message {
  const { wants, isGlance } = dressing;
  const item = new Born(mailbox, place, dressing);
  const message: Record<string, unknown> = {};
  const invites = !isGlance || wants?.('@odata.type') ? item.letter.invites : undefined;
  if (invites) message['@odata.type'] = typeOfInvitation(invites);
  if (!isGlance) message['@odata.etag'] = `W/"${changeKey(...item.key)}"`;
  for (const [name, make] of makersFor(wants)) message[name] = make(item);
  if (invites && !isGlance) Object.assign(message, invitationMembers(invites));
  return message as Partial<Message> as Message;
}

function typeOfInvitation({ isOff }: NonNullable<Letter['invites']>): string {
  return `#microsoft.graph.${isOff ? 'eventMessage' : 'eventMessageRequest'}`;
}

/** Only a request has these. */
const requestMembers = {
  responseRequested: true,
  allowNewTimeProposals: true,
  meetingRequestType: 'newMeetingRequest',
  previousLocation: null,
  previousStartDateTime: null,
  previousEndDateTime: null,
};

function invitationMembers(invites: NonNullable<Letter['invites']>): object {
  const time = (at: number) => ({
    dateTime: `${new Date(at).toISOString().slice(0, 19)}.0000000`,
    timeZone: 'UTC',
  });
  return {
    meetingMessageType: invites.isOff ? 'meetingCancelled' : 'meetingRequest',
    type: 'singleInstance',
    isOutOfDate: false,
    isAllDay: false,
    isDelegated: false,
    startDateTime: time(invites.start),
    endDateTime: time(invites.start + 3_600_000),
    location: { displayName: invites.place, locationType: 'default' },
    recurrence: null,
    ...(!invites.isOff && requestMembers),
  };
}
