/** What is done with an event as an invitation: answered, called off, handed on. */
import { needs, needsMailbox } from '#simulator/graph/graph-access.ts';
import { type GraphApp } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { write, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { moment } from '#simulator/outlook/wire.ts';
import { changeMailbox, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { checkMatch } from '#simulator/outlook/write-routes.ts';
import { jsonBody } from '#simulator/graph/graph-body.ts';
import { eventId, wireEvent, type Entry } from './event.ts';
import { eventSet } from './event-edits.ts';
import { utc, entryCalled, invalid, attendeesOf } from './event-input.ts';

const responses = {
  accept: ['accepted', 'busy'],
  tentativelyAccept: ['tentativelyAccepted', 'tentative'],
  decline: ['declined', 'free'],
} as const;

/** What is done with an event as an invitation: each is accepted at once, and says nothing more. */
export function answers(app: GraphApp, context: TenantContext, path: string): void {
  const guards = [needs(context, ['Calendars.ReadWrite'], 'outlook'), needsMailbox] as const;
  const act = (
    name: string,
    work: (mailbox: OpenMailbox, entry: Entry, id: string, given: Members) => void,
  ) =>
    app.post(`/v1.0${path}/${name}`, ...guards, async (c) => {
      const given = await jsonBody(c);
      return changeMailbox(context, c.get('facts').person, (mailbox) => {
        const entry = entryCalled(mailbox, c.req.param('row') ?? '');
        const id = eventId(mailbox, entry.place);
        checkMatch(c, wireEvent(mailbox, entry, utc)['@odata.etag']);
        work(mailbox, entry, id, given);
        return new Response(null, { status: 202 });
      });
    });
  for (const [name, [response, showAs]] of Object.entries(responses))
    act(name, (mailbox, { what }, id) => {
      if (what.mine === 'organizer')
        throw invalid(
          'ErrorInvalidRequest',
          "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
        );
      // What was declined leaves the calendar.
      if (response === 'declined') return write(mailbox, eventSet, id, {}, 'gone');
      const responseStatus = { response, time: moment(mailbox.now) };
      return write(mailbox, eventSet, id, { responseStatus, showAs });
    });
  act('cancel', (mailbox, { what }, id) => {
    if (what.mine !== 'organizer')
      throw invalid(
        'ErrorInvalidRequest',
        "Your request can't be completed. You need to be an organizer to cancel a meeting.",
      );
    write(mailbox, eventSet, id, {}, 'gone');
  });
  act('forward', (_, __, ___, { toRecipients }) => {
    if (!Array.isArray(toRecipients) || toRecipients.length === 0)
      throw invalid('ErrorInvalidRecipients', 'At least one recipient is not valid.');
    attendeesOf(toRecipients);
  });
}
