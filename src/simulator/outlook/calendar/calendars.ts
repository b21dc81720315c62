/** The calendars of a mailbox as they are now, and one of them by its id. */
import { nothingHere } from '#simulator/graph/graph-answer.ts';
import { calendars as born, type SeedCalendar } from '#simulator/seed/agenda.ts';
import { rowsNow } from '#simulator/outlook/mailbox/edits.ts';
import { changeKey, itemId, placeOf } from '#simulator/outlook/mailbox/item-id.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';

export const calendarSet = 'calendar';

export function calendarsNow(mailbox: OpenMailbox): readonly SeedCalendar[] {
  const rows = rowsNow(
    mailbox,
    calendarSet,
    born.map((each) => wireCalendar(mailbox, each)),
  );
  return rows
    .map(({ id, name, color, hexColor, canEdit }) => {
      const { folder: number } = placeOf(mailbox, 'calendar', id);
      return { number, name, color, hexColor, canEdit };
    })
    .sort((one, other) => one.number - other.number);
}

/** Without an id, the one that is meant where none is named. */
export function calendarCalled(mailbox: OpenMailbox, id: string | undefined): SeedCalendar {
  const number = id === undefined ? 0 : placeOf(mailbox, 'calendar', id).folder;
  const found = calendarsNow(mailbox).find((each) => each.number === number);
  if (!found) throw nothingHere();
  return found;
}

export function wireCalendar(
  mailbox: OpenMailbox,
  { number, name, color, hexColor, canEdit }: SeedCalendar,
) {
  const { owner, key } = mailbox;
  return {
    id: itemId(mailbox, { kind: 'calendar', folder: number, index: 0 }),
    name,
    color,
    hexColor,
    isDefaultCalendar: number === 0,
    changeKey: changeKey(key, 341, number),
    canShare: canEdit,
    canViewPrivateItems: true,
    canEdit,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: number === 0,
    isRemovable: number > 0,
    owner: { name: owner.displayName, address: owner.userPrincipalName },
  };
}
