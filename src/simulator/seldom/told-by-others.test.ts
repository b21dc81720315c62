import { expect, test } from 'vitest';
import { adele, graphAs, json, withoutMailbox } from '#simulator/graph/graph-test-client.ts';

type Members = Record<string, unknown>;
interface Rows {
  readonly value: Members[];
}

const ask = graphAs({
  scopes: [
    'User.Read',
    'Calendars.Read',
    'Calendars.Read.Shared',
    'Files.Read',
    'MailboxSettings.Read',
    'Tasks.ReadWrite',
    'Team.ReadBasic.All',
    'Channel.ReadBasic.All',
  ],
});
const post = (path: string, body: object) =>
  ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

interface Suggestion {
  readonly confidence: number;
  readonly organizerAvailability: string;
  readonly meetingTimeSlot: { readonly start: { readonly dateTime: string } };
}
interface Suggestions {
  readonly emptySuggestionsReason: string;
  readonly meetingTimeSuggestions: Suggestion[];
}

const monday = {
  start: { dateTime: '2026-11-23T08:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-11-23T20:00:00', timeZone: 'UTC' },
};
const colleague = {
  type: 'required',
  emailAddress: { address: 'ingrid@northlight.example' },
};

test('times to meet are those when both are free, within working hours, the surest first', async () => {
  const { meetingTimeSuggestions: found } = await json<Suggestions>(
    post('/me/findMeetingTimes', {
      attendees: [colleague],
      meetingDuration: 'PT1H',
      timeConstraint: { timeslots: [monday] },
    }),
  );
  expect(found.length).toBeGreaterThan(0);
  const schedule = await json<{ value: { availabilityView: string }[] }>(
    post('/me/calendar/getSchedule', {
      schedules: [adele.userPrincipalName, 'ingrid@northlight.example'],
      startTime: monday.start,
      endTime: monday.end,
      availabilityViewInterval: 30,
    }),
  );
  const isFree = (digit: string | undefined) => digit === '0' || digit === '4';
  for (const { confidence, organizerAvailability, meetingTimeSlot } of found) {
    const { dateTime } = meetingTimeSlot.start;
    const hour = Number(dateTime.slice(11, 13)) + Number(dateTime.slice(14, 16)) / 60;
    expect([hour >= 8 && hour <= 16, organizerAvailability, confidence]).toEqual([
      true,
      'free',
      100,
    ]);
    const slot = (hour - 8) * 2;
    for (const { availabilityView: view } of schedule.value)
      expect([view[slot], view[slot + 1]].every(isFree)).toBe(true);
  }
  const times = found.map(({ meetingTimeSlot }) => meetingTimeSlot.start.dateTime);
  expect(times).toEqual(times.toSorted());
});

test('of a stranger nobody knows, and without anybody who is sure to come it says why there is no time', async () => {
  const stranger = { emailAddress: { address: 'someone@elsewhere.example' } };
  const asked = { attendees: [stranger], timeConstraint: { timeslots: [monday] } };
  const none = await json<Suggestions>(post('/me/findMeetingTimes', asked));
  expect(none).toMatchObject({
    emptySuggestionsReason: 'attendeesUnavailable',
    meetingTimeSuggestions: [],
  });
  const some = await json<Suggestions>(
    post('/me/findMeetingTimes', { ...asked, minimumAttendeePercentage: 40 }),
  );
  expect(some.meetingTimeSuggestions[0]?.confidence).toBe(49);
  expect((await post('/me/findMeetingTimes', { meetingDuration: 'soon' })).status).toBe(400);
  const noMailbox = graphAs({ person: withoutMailbox, scopes: ['Calendars.Read.Shared'] });
  expect((await noMailbox('/me/findMeetingTimes', { method: 'POST' })).status).toBe(404);
});

test('a person’s groups are told by their ids, and which of some ids are theirs', async () => {
  const groups = await json<{ value: string[] }>(
    post('/me/getMemberGroups', { securityEnabledOnly: false }),
  );
  const memberships = (await json<Rows>(ask('/me/memberOf'))).value;
  expect(groups.value.toSorted()).toEqual(memberships.map(({ id }) => String(id)).toSorted());
  const [first = ''] = groups.value;
  const nobodys = '00000000-0000-4000-8000-000000000000';
  const checked = post('/me/checkMemberGroups', { groupIds: [first, nobodys] });
  expect((await json<{ value: string[] }>(checked)).value).toEqual([first]);
  expect((await post('/me/getMemberObjects', {})).status).toBe(400);
});

test('a file has its owner’s permission and one version, and the whole drive is searched as its root is', async () => {
  const { value } = await json<Rows>(ask('/me/drive/root/children?$top=50'));
  const file = value.find((each) => 'file' in each);
  const item = `/me/drive/items/${String(file?.['id'])}`;
  expect((await json<Rows>(ask(`${item}/permissions`))).value).toMatchObject([
    { roles: ['owner'], grantedToV2: { user: { displayName: adele.displayName } } },
  ]);
  expect((await json<Rows>(ask(`${item}/versions`))).value).toMatchObject([{ id: '1.0' }]);
  expect((await ask('/me/drive/items/nothing/permissions')).status).toBe(404);
  const searched = await json<Rows>(ask("/me/drive/search(q='e')"));
  expect(searched.value).toEqual((await json<Rows>(ask("/me/drive/root/search(q='e')"))).value);
});

test('a team is shown by itself, with its first channel, and channels can be filtered', async () => {
  const [team] = (await json<Rows>(ask('/me/joinedTeams'))).value;
  const path = `/teams/${String(team?.['id'])}`;
  expect(await json<Members>(ask(path))).toMatchObject({ displayName: team?.['displayName'] });
  expect(await json<Members>(ask(`${path}/primaryChannel`))).toMatchObject({
    displayName: 'General',
  });
  const read = `${path}/channels?$filter=startswith(displayName,'R')`;
  expect((await json<Rows>(ask(read))).value.map((each) => each['displayName'])).toEqual([
    'Readings',
  ]);
  expect((await ask('/teams/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

test('what is open of a To Do list is filtered, and a task’s own lists are empty', async () => {
  const [list] = (await json<Rows>(ask('/me/todo/lists'))).value;
  const path = `/me/todo/lists/${String(list?.['id'])}/tasks`;
  const open = (await json<Rows>(ask(`${path}?$filter=status ne 'completed'&$top=100`))).value;
  expect(open.length).toBeGreaterThan(0);
  expect(open.map(({ status }) => status)).not.toContain('completed');
  const task = `${path}/${String(open[0]?.['id'])}`;
  expect((await json<Rows>(ask(`${task}/checklistItems`))).value).toEqual([]);
  expect((await ask(`${path}/nothing/linkedResources`)).status).toBe(404);
});

test('a person is asked for with the settings of the mailbox by whoever may read them', async () => {
  const path = '/me?$select=displayName,mailboxSettings';
  expect(await json<Members>(ask(path))).toMatchObject({
    displayName: adele.displayName,
    mailboxSettings: { timeZone: 'GMT Standard Time' },
  });
  expect((await graphAs({ scopes: ['User.Read'] })(path)).status).toBe(403);
});

test('to write to an address of nothing is told so, and to one that can only be read is another method', async () => {
  const nothing = await post('/me/nothing', {});
  expect([nothing.status, await nothing.json()]).toMatchObject([
    400,
    { error: { code: 'BadRequest' } },
  ]);
  expect((await post('/me/joinedTeams', {})).status).toBe(405);
});
