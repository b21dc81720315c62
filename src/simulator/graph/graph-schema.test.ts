import { beforeAll, expect, test, vi } from 'vitest';
import { checkShape, problemsOf, schema } from './graph-shape.ts';
import { administrator, everyScope, graphAs, json } from './graph-test-client.ts';

// Whole mailboxes are read here, on machines that have other things to do.
vi.setConfig({ testTimeout: 30_000 });

const ask = graphAs({
  scopes: [...everyScope, 'MailboxSettings.Read'],
  person: administrator,
});

beforeAll(() => {
  if (!schema) {
    console.warn('NOTICE: no graph-schema.json beside the repository: shapes are not validated.');
  }
});

async function problems(endpoint: string, path: string): Promise<string[]> {
  return problemsOf(endpoint, await json<unknown>(ask(path)));
}

async function firstId(path: string): Promise<string> {
  return (await json<{ value: { id: string }[] }>(ask(path))).value[0]?.id ?? '';
}

const span = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-01T00:00:00Z';

test.each([
  ['GET /me', '/me'],
  ['GET /me', '/me?$select=id,city,userType,accountEnabled'],
  ['GET /me/photo', '/me/photo'],
  ['GET /me/licenseDetails', '/me/licenseDetails'],
  ['GET /organization', '/organization'],
  ['GET /me/mailFolders', '/me/mailFolders?$top=100&includeHiddenFolders=true&$count=true'],
  ['GET /me/mailFolders/{id}', '/me/mailFolders/msgfolderroot'],
  ['GET /me/mailFolders/{id}/childFolders', '/me/mailFolders/inbox/childFolders'],
  ['GET /me/messages', '/me/messages?$top=400'],
  ['GET /me/mailFolders/{id}/messages', '/me/mailFolders/drafts/messages?$count=true'],
  ['GET /me/mailFolders/{id}/messages', '/me/mailFolders/junkemail/messages?$select=subject'],
  ['GET /me/contacts', '/me/contacts?$top=214'],
  ['GET /me/contactFolders', '/me/contactFolders'],
  ['GET /me/people', '/me/people'],
  ['GET /me/calendars', '/me/calendars'],
  ['GET /me/calendar', '/me/calendar'],
  ['GET /me/calendarView', `/me/calendarView?${span}&$top=300`],
  ['GET /me/events', '/me/events?$top=300'],
  ['GET /me/events', "/me/events?$filter=type eq 'seriesMaster'&$top=100"],
  ['GET /me/mailboxSettings', '/me/mailboxSettings'],
  ['GET /me/mailFolders/delta', '/me/mailFolders/delta'],
  ['GET /me/mailFolders/{id}/childFolders', '/me/mailFolders/searchfolders/childFolders'],
  ['GET /me/mailFolders/{id}/messages/delta', '/me/mailFolders/inbox/messages/delta'],
  ['GET /me/messages', '/me/messages?$search="lens"'],
  ['GET /me/messages', '/me/messages?$top=100&$select=internetMessageHeaders,uniqueBody'],
  ['GET /me/messages', '/me/messages?$top=300&$expand=attachments'],
  ['GET /me/drive', '/me/drive'],
  ['GET /sites/root', '/sites/root'],
  ['GET /me/joinedTeams', '/me/joinedTeams'],
  ['GET /me/todo/lists', '/me/todo/lists'],
  ['GET /me/planner/tasks', '/me/planner/tasks'],
  ['GET /me/onenote/notebooks', '/me/onenote/notebooks'],
  ['GET /admin/serviceAnnouncement/healthOverviews', '/admin/serviceAnnouncement/healthOverviews'],
  ['(any 4xx/5xx)', '/me/nothing'],
  ['(any 4xx/5xx)', '/me/messages/nothing'],
])('%s has the shape that the metadata promises (%s)', async (endpoint, path) => {
  expect(await problems(endpoint, path)).toEqual([]);
});

test('one message, its attachments and one contact have the promised shapes', async () => {
  const message = `/me/messages/${await firstId('/me/messages?$filter=hasAttachments eq true&$top=1')}`;
  const contact = `/me/contacts/${await firstId('/me/contacts')}`;
  const attachments = `${message}/attachments`;
  const attachment = `${attachments}/${await firstId(attachments)}`;
  expect(await problems('GET /me/messages/{id}', message)).toEqual([]);
  expect(await problems('GET /me/messages/{id}/attachments', attachments)).toEqual([]);
  expect(await problems('GET /me/messages/{id}/attachments/{id}', attachment)).toEqual([]);
  expect(await problems('GET /me/contacts/{id}', contact)).toEqual([]);
});

test('every member of an answer has the promised form, not only the first of a list', async () => {
  const lists = ['/me/messages?$top=400', '/me/contacts?$top=214'];
  for (const path of lists) {
    const { value } = await json<{ value: Record<string, unknown>[] }>(ask(path));
    const ordinary = value.filter((each) => !('@odata.type' in each));
    const members = Object.keys(ordinary[0] ?? {}).sort();
    for (const each of ordinary) expect(Object.keys(each).sort()).toEqual(members);
    // An invitation is a message and says more.
    for (const each of value) expect(Object.keys(each)).toEqual(expect.arrayContaining(members));
  }
});

test.runIf(schema)(
  'a member that the metadata does not know, or of another type, is found out',
  () => {
    const list = (message: object) => problemsOf('GET /me/messages', { value: [message] });
    expect(list({ id: 'a', subject: 'b' })).toEqual([]);
    expect(list({ id: 'a', subjekt: 'b' })).not.toEqual([]);
    expect(list({ id: 'a', isRead: 'yes' })).not.toEqual([]);
  },
);

test.runIf(schema)(
  'what is written is held against the type that the answer says it has',
  async () => {
    const url = 'https://graph.microsoft.com/v1.0/me/events/x';
    const context = "https://graph.microsoft.com/v1.0/$metadata#users('a')/events/$entity";
    const check = (sent: object, answered: object) =>
      checkShape(
        new Request(url, { method: 'PATCH' }),
        Response.json({ '@odata.context': context, ...answered }),
        JSON.stringify(sent),
      );
    const html = { body: { contentType: 'HTML', content: '' } };
    await check(html, { id: 'a', subject: 'b' });
    await expect(check(html, { id: 'a', subjekt: 'b' })).rejects.toThrow('has subjekt');
    await expect(check({ subjekt: 'b' }, { id: 'a' })).rejects.toThrow('what was sent');
    await expect(check({ isAllDay: 'yes' }, { id: 'a' })).rejects.toThrow('/isAllDay is string');
  },
);
