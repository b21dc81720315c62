/** Calendars written: made, renamed, deleted (Graph calendar resource). */
import { needs, needsMailbox } from '#simulator/graph/graph-access.ts';
import { GraphRefusal, type GraphApp } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { openMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { writeRoutes, type Writable } from '#simulator/outlook/write-routes.ts';
import { calendarCalled, calendarSet, calendarsNow, wireCalendar } from './calendars.ts';
import { invalid } from './event-input.ts';

export function calendarWrites(app: GraphApp, context: TenantContext): void {
  const calendars: Writable = {
    path: '/me/calendars',
    type: 'calendar',
    name: 'calendars',
    guards: [needs(context, ['Calendars.ReadWrite'], 'outlook'), needsMailbox],
    find: (_, mailbox, id) => ({
      set: calendarSet,
      row: wireCalendar(mailbox, calendarCalled(mailbox, id)),
    }),
    make: (_, mailbox) => {
      const numbers = calendarsNow(mailbox).map(({ number }) => number);
      const number = Math.max(19, ...numbers) + 1;
      // From a hundred on these numbers mean folders of mail.
      if (number >= 100) throw new GraphRefusal(507, 'ErrorQuotaExceeded', 'Too many calendars.');
      const calendar = { number, name: '', color: 'auto', hexColor: '', canEdit: true };
      return { set: calendarSet, row: wireCalendar(mailbox, calendar) };
    },
    completed: (given, mailbox, row) => {
      const name = given['name'] ?? row['name'];
      if (typeof name !== 'string' || name.trim() === '') throw invalid();
      const isTaken = calendarsNow(mailbox).some(
        (each) => each.name === name && wireCalendar(mailbox, each).id !== row['id'],
      );
      if (!isTaken) return {};
      throw new GraphRefusal(
        409,
        'ErrorFolderExists',
        'A folder with the specified name already exists.',
      );
    },
    remove: (_, { row }) => {
      if (row['isDefaultCalendar'])
        throw invalid('ErrorInvalidRequest', 'The default calendar cannot be deleted.');
    },
  };
  writeRoutes(app, context, calendars);
  writeRoutes(app, context, { ...calendars, path: '/me/calendarGroups/:group/calendars' });
  // The default calendar has an address without an id.
  for (const guard of calendars.guards) app.patch('/v1.0/me/calendar', guard);
  app.patch('/v1.0/me/calendar', async (c) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const { id } = wireCalendar(mailbox, calendarCalled(mailbox, undefined));
    return app.answerAs(`/v1.0/me/calendars/${id}`, c.req.raw);
  });
}
