/** When people are free, and how a person has set up the mailbox (Graph getSchedule and mailboxSettings). */
import { needs, needsMailbox } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { homeZone } from '#simulator/seed/appointments.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { write, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { changeMailbox, openMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { checked } from '#simulator/outlook/write-routes.ts';
import { jsonBody } from '#simulator/graph/graph-body.ts';
import { viewOf } from './event-answer.ts';
import type { Entry } from './event.ts';
import { entriesBetween } from './event-list.ts';
import { timeOfWall, wallText, wallTime, zoneNamed } from './time-zone.ts';
import { type Zoned, checkZone, isPlain, settingsOf, workingHours } from './mailbox-settings.ts';

const minute = 60_000;

export function scheduleRoutes(app: GraphApp, context: TenantContext): void {
  const readers = [
    needs(context, ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'], 'outlook'),
    needsMailbox,
  ] as const;
  app.post('/v1.0/me/calendar/getSchedule', ...readers, (c) => getSchedule(c, context));
  app.post(
    '/v1.0/me/findMeetingTimes',
    needs(context, ['Calendars.Read.Shared'], 'outlook'),
    needsMailbox,
    async (c) => {
      const { findMeetingTimes } = await import('#simulator/seldom/seldom-routes.ts');
      return findMeetingTimes(c, context, {
        entriesBetween,
        homeZone,
        viewOf,
        time: { timeOfWall, wallText, wallTime, zoneNamed },
      });
    },
  );
  const settings = [
    needs(context, ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], 'outlook'),
    needsMailbox,
  ] as const;
  app.get('/v1.0/me/mailboxSettings', ...settings, async (c) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const { select } = readQuery(c.req.url, ['$select']);
    const name = `users('${mailbox.owner.oid}')/mailboxSettings`;
    return answer({
      '@odata.context': metadata(context, name),
      ...selected(settingsOf(mailbox), select, 'mailboxSettings'),
    });
  });
  const change = needs(context, ['MailboxSettings.ReadWrite'], 'outlook');
  app.patch('/v1.0/me/mailboxSettings', change, needsMailbox, async (c) => {
    const given = await jsonBody(c);
    return changeMailbox(context, c.get('facts').person, (mailbox) => {
      const settings = settingsOf(mailbox);
      const known = checked(given, settings, 'mailboxSettings');
      checkZone(known['timeZone']);
      checkZone((known['workingHours'] as Zoned | undefined)?.timeZone?.name);
      const merged = Object.entries(known).map(([name, value]) => {
        const before: unknown = settings[name as 'language'];
        return [name, isPlain(before) && isPlain(value) ? { ...before, ...value } : value];
      });
      write(mailbox, 'settings', '', Object.fromEntries(merged) as Members);
      const name = `users('${mailbox.owner.oid}')/mailboxSettings`;
      return answer({ '@odata.context': metadata(context, name), ...settingsOf(mailbox) });
    });
  });
  app.get('/v1.0/me/mailboxSettings/:setting', ...settings, async (c) => {
    const mailbox = await openMailbox(context, c.get('facts').person);
    const all: Record<string, unknown> = settingsOf(mailbox);
    const setting = c.req.param('setting');
    if (!Object.hasOwn(all, setting)) {
      throw badRequest(`Resource not found for the segment '${setting}'.`);
    }
    const value = all[setting];
    const name = `users('${mailbox.owner.oid}')/mailboxSettings/${setting}`;
    return answer({
      '@odata.context': metadata(context, name),
      ...(typeof value === 'object' ? value : { value }),
    });
  });
}

interface Asked {
  readonly schedules: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly interval: number;
}

async function readAsked(c: GraphContext): Promise<Asked> {
  const given = await jsonBody(c);
  const { schedules, availabilityViewInterval = 30 } = given;
  const time = (name: string) => {
    const { dateTime = '', timeZone = 'UTC' } = (given[name] ?? {}) as Record<string, string>;
    const zone = zoneNamed(timeZone);
    const wall = Date.parse(`${dateTime.replace(/(\.\d{3})\d*|Z$/, '$1')}Z`);
    if (zone === undefined || Number.isNaN(wall)) throw badRequest(`'${name}' is no time.`);
    return timeOfWall(wall, zone);
  };
  const interval = Number(availabilityViewInterval);
  if (!Array.isArray(schedules) || schedules.length === 0 || schedules.length > 20) {
    throw badRequest('Between one and twenty schedules can be asked for.');
  }
  const [from, to] = [time('startTime'), time('endTime')];
  if (!(interval >= 5 && interval <= 1440) || to <= from || to - from > 62 * 1440 * minute) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidParameter',
      'The time window or its interval is invalid.',
    );
  }
  return { schedules: schedules as string[], from, to, interval };
}

async function getSchedule(c: GraphContext, context: TenantContext): Promise<Response> {
  const asked = await readAsked(c);
  const { view, headers } = viewOf(c);
  const value = await Promise.all(
    asked.schedules.map(async (address) => {
      const person = context.people.find(
        ({ userPrincipalName }) => userPrincipalName.toLowerCase() === address.toLowerCase(),
      );
      if (!person) {
        const message = 'The recipient could not be found.';
        return {
          scheduleId: address,
          availabilityView: '',
          error: { message, responseCode: 'ErrorMailRecipientNotFound' },
        };
      }
      const time = (at: number) => ({
        dateTime: wallText(wallTime(at, view.zone)),
        timeZone: view.zoneName,
      });
      return scheduleOf(context, person, c.get('facts').person, asked, time);
    }),
  );
  return answer(
    collection(context, 'Collection(microsoft.graph.scheduleInformation)', value),
    headers,
  );
}

const weights = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'];

async function scheduleOf(
  context: TenantContext,
  person: Person,
  asker: Person,
  { from, to, interval }: Asked,
  time: (at: number) => object,
): Promise<object> {
  const mailbox = await openMailbox(context, person);
  const entries = entriesBetween(mailbox, [0], from, to);
  const own = person.oid === asker.oid;
  return {
    scheduleId: person.userPrincipalName,
    availabilityView: viewString(entries, from, to, interval * minute),
    // Of others the times alone are told, as a mailbox does that shares no more.
    scheduleItems: entries.map(({ what, start, end }) => ({
      isPrivate: what.private ?? false,
      status: what.showAs,
      ...(own
        ? {
            subject: what.subject,
            location: what.place ?? '',
            isMeeting: what.attendees.length > 0,
          }
        : {}),
      start: time(start),
      end: time(end),
    })),
    workingHours: workingHours(homeZone(mailbox)),
  };
}

/** A digit for each slot, the busiest that falls into it: 0 free, 1 tentative, 2 busy, 3 away, 4 elsewhere. */
function viewString(entries: readonly Entry[], from: number, to: number, slot: number): string {
  let text = '';
  for (let at = from; at < to; at += slot) {
    const inside = entries.filter(({ start, end }) => start < at + slot && end > at);
    text += Math.max(0, ...inside.map(({ what }) => weights.indexOf(what.showAs)));
  }
  return text;
}
