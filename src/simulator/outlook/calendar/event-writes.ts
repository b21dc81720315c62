/** Events and calendars written: made, changed, deleted, and invitations answered (Graph event resource). */
import { needs, needsMailbox } from '#simulator/graph/graph-access.ts';
import { GraphRefusal, type GraphApp, type GraphContext } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { editOf, editsIn, nextNumber, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { writeRoutes, type Row } from '#simulator/outlook/write-routes.ts';
import { calendarCalled } from './calendars.ts';
import { entryOf, eventId, wireEvent } from './event.ts';
import { viewOf } from './event-answer.ts';
import { blankAppointment, eventSet, madePart, madeSeries, readMoment } from './event-edits.ts';
import { readPattern, readRange } from './written-pattern.ts';
import { utc, entryCalled, invalid, bodyOf, attendeesOf, placeOfEvent } from './event-input.ts';
import { calendarWrites } from './calendar-writes.ts';
import { answers } from './invitation-answers.ts';

export function eventWrites(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, ['Calendars.ReadWrite'], 'outlook'), needsMailbox];
  for (const above of ['/me', '/me/calendar', '/me/calendars/:calendar']) {
    const path = `${above}/events`;
    writeRoutes(app, context, {
      path,
      type: 'event',
      name: 'events',
      guards,
      find: (_, mailbox, id) => {
        const entry = entryCalled(mailbox, id);
        return { set: eventSet, row: wireEvent(mailbox, entry, utc) };
      },
      isDerived: true,
      shown: (c, mailbox, id) => wireEvent(mailbox, entryCalled(mailbox, id), viewOf(c).view),
      make: (c, mailbox, given) => blankEvent(c, mailbox, given),
      completed,
    });
    answers(app, context, `${path}/:row`);
  }
  calendarWrites(app, context);
}

function blankEvent(c: GraphContext, mailbox: OpenMailbox, given: Members): Row {
  if (!given['start'] || !given['end']) throw invalid();
  const { transactionId } = given;
  const isAgain = editsIn(mailbox, eventSet).some(
    ([, { fields, gone }]) => !gone && fields['transactionId'] === transactionId,
  );
  // So that a client which lost the answer can ask again without making two.
  if (transactionId && isAgain)
    throw new GraphRefusal(
      409,
      'ErrorDuplicateTransactionId',
      "Your request can't be completed. The TransactionId belongs to an event that exists already.",
    );
  const calendar = calendarCalled(mailbox, c.req.param('calendar'));
  if (!calendar.canEdit)
    throw new GraphRefusal(403, 'ErrorAccessDenied', 'This calendar is not yours to write in.');
  let index = nextNumber(mailbox);
  const place = (part: number) => ({ calendar: calendar.number, index, part });
  if (given['recurrence']) {
    index = madeSeries;
    while (editOf(mailbox, eventSet, eventId(mailbox, place(1)))) index++;
  }
  const entry = entryOf(
    place(given['recurrence'] ? 1 : madePart),
    'singleInstance',
    blankAppointment(mailbox, calendar.number),
  );
  return { set: eventSet, row: wireEvent(mailbox, entry, utc) };
}

/** Members that say more on the way out than on the way in. @throws {GraphRefusal} for what cannot happen */
function completed(given: Members, _: OpenMailbox, row: Members): Members {
  const { start = row['start'], end = row['end'], isAllDay = row['isAllDay'] } = given;
  const [from, to] = [readMoment(start), readMoment(end)];
  if (to.time < from.time)
    throw invalid(
      'ErrorCalendarEndDateIsEarlierThanStartDate',
      'The end of an event is before its beginning.',
    );
  if (isAllDay === true && (from.wall % 86_400_000 !== 0 || to.wall % 86_400_000 !== 0))
    throw invalid(
      'ErrorInvalidRequest',
      'An event of whole days begins and ends at midnight of one time zone.',
    );
  const rule = given['recurrence'] as { pattern?: Members; range?: Members } | null | undefined;
  if (rule) {
    if (!rule.pattern || !rule.range) throw invalid();
    readPattern(rule.pattern);
    readRange(rule.range);
  }
  const isOnline = given['isOnlineMeeting'];
  return {
    ...(given['body'] ? { body: bodyOf(given['body']) } : {}),
    ...(given['attendees'] ? { attendees: attendeesOf(given['attendees']) } : {}),
    ...placeOfEvent(given),
    ...(isOnline === undefined
      ? {}
      : { onlineMeetingProvider: isOnline ? 'teamsForBusiness' : 'unknown' }),
  };
}
