/** Appointments that letters in the inbox invite to. */
import { type Appointment } from '#simulator/seed/appointments.ts';
import { folders } from '#simulator/seed/mailbox.ts';
import { isInvitation, letterAt } from '#simulator/seed/post.ts';
import { ownerAddress } from '#simulator/seed/letter.ts';
import { hash } from '#simulator/seed/random.ts';
import { entryOf, type Entry } from './event.ts';
import { invitationFolders, invitationPart } from './event-place.ts';
import { isThere } from '#simulator/outlook/mailbox/item-state.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

const day = 86_400_000;

/** What invitations in the inbox brought; those of a deleted letter stay, as they do in Outlook. */
export function invited(mailbox: OpenMailbox, first: number, last: number): Entry[] {
  const inbox = folders.find(({ wellKnown }) => wellKnown === 'inbox');
  if (!inbox) return [];
  const list = mailbox.list(inbox);
  const begin = list.newerThan((last + 1) * day);
  // They are sent some days ahead.
  const end = list.newerThan((first - 12) * day);
  const entries: Entry[] = [];
  for (let at = begin; at < end; at++) {
    const place = list.at(at);
    if (!isInvitation(mailbox, place.folder, place.index)) continue;
    const entry = invitationEntry(mailbox, place.folder.number, place.index);
    if (entry && entry.start >= first * day && entry.start <= (last + 1) * day) entries.push(entry);
  }
  return entries;
}

export function invitationEntry(
  mailbox: OpenMailbox,
  folderNumber: number,
  index: number,
): Entry | undefined {
  const folder = folders.find(({ number }) => number === folderNumber);
  if (!folder || !isThere(mailbox, { folder, index })) return undefined;
  const letter = letterAt(mailbox, folder, index);
  // What was called off has been taken out of the calendar.
  if (!letter.invites || letter.invites.isOff) return undefined;
  const past = letter.invites.start < mailbox.now;
  const roll = hash(mailbox.key, folderNumber, index, 41) % 3;
  const what: Appointment = {
    calendar: 0,
    subject: letter.subject,
    zone: 'UTC',
    start: letter.invites.start,
    minutes: 60,
    place: letter.invites.place,
    online: true,
    organizer: letter.from,
    attendees: [ownerAddress(mailbox.owner), ...(letter.cc ?? [])].map((who, nth) => ({
      who,
      optional: nth > 0,
      response: nth === 0 && past && roll > 0 ? 'accepted' : 'none',
    })),
    showAs: past && roll > 0 ? 'busy' : 'tentative',
    body: letter.body.content,
    mine: past && roll > 0 ? 'accepted' : 'notResponded',
  };
  return entryOf(
    { calendar: invitationFolders + folderNumber, index, part: invitationPart },
    'singleInstance',
    what,
  );
}
