import { existsSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { everyScope, graphAs, json } from './graph-test-client.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Requests and answers as Microsoft's reference prints them; beside the repository where they are at hand. */
const file = new URL('../../../shared/data/graph-examples.json', import.meta.url);

interface Example {
  readonly method: string;
  readonly url: string;
  readonly body?: Record<string, unknown>;
}

const examples = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { examples: Example[] }).examples
  : [];

if (examples.length === 0) {
  console.warn('NOTICE: no graph-examples.json beside the repository: members are not compared.');
}

const ask = graphAs({ scopes: [...everyScope, 'MailboxSettings.Read'] });

interface Row {
  readonly id: string;
  readonly '@odata.type'?: string;
}

async function idOf(path: string, fits: (row: Row) => boolean = () => true): Promise<string> {
  return (await json<{ value: Row[] }>(ask(path))).value.find(fits)?.id ?? '';
}

/** One of a list, or the thing itself. */
function membersOf(body: Record<string, unknown>): string[] {
  const rows = body['value'];
  return Object.keys(Array.isArray(rows) ? ((rows[0] as object | undefined) ?? {}) : body);
}

const inbox = '/me/mailFolders/inbox/messages';
const invitation = () => idOf(`${inbox}?$top=120`, (row) => '@odata.type' in row);
const withFile = () => idOf('/me/messages?$filter=hasAttachments eq true&$top=1');
const anyMessage = () => idOf('/me/messages?$top=1');

test.runIf(examples.length > 0).each<[RegExp, (() => Promise<string>) | undefined, string]>([
  [
    /\/messages\/[^/]+eventMessage\/event$/,
    invitation,
    '/me/messages/{id}?$expand=microsoft.graph.eventMessage/event',
  ],
  [
    /\/messages\/[^/]+\/\?\$select=subject,body,bodyPreview,uniqueBody$/,
    anyMessage,
    '/me/messages/{id}?$select=subject,body,bodyPreview,uniqueBody',
  ],
  [
    /\/\?\$select=internetMessageHeaders$/,
    anyMessage,
    '/me/messages/{id}?$select=internetMessageHeaders',
  ],
  [/\/me\/messages\?\$select=sender,subject$/, undefined, '/me/messages?$select=sender,subject'],
  [/\/me\/messages\/[^/]+\/attachments$/, withFile, '/me/messages/{id}/attachments'],
  [/\/mailFolders\/[^/]+\/messages\/delta$/, undefined, `${inbox}/delta`],
  [/\/mailFolders\/[^/]+\/messages$/, undefined, inbox],
  [/\/me\/mailFolders$/, undefined, '/me/mailFolders'],
  [/\/me\/mailFolders\/delta$/, undefined, '/me/mailFolders/delta'],
  [/\/mailFolders\/[^/{]+=$/, undefined, '/me/mailFolders/inbox'],
  [
    /\/childFolders\?includeHiddenFolders=true$/,
    undefined,
    '/me/mailFolders/inbox/childFolders?includeHiddenFolders=true',
  ],
  [/\/me\/contacts$/, undefined, '/me/contacts'],
  [/\/me\/contactFolders$/, undefined, '/me/contactFolders'],
  [/\/me\/contactFolders\/delta$/, undefined, '/me/contactFolders/delta'],
  [
    /\/me\/calendarView\?/,
    undefined,
    '/me/calendarView?startDateTime=2026-11-01&endDateTime=2026-12-01',
  ],
  [/\/me\/calendar\/events$/, undefined, '/me/calendar/events'],
  [/\/calendarGroups\/[^/]+\/calendars$/, undefined, '/me/calendars'],
  [/\/me\/mailboxSettings\/workingHours$/, undefined, '/me/mailboxSettings/workingHours'],
])('an answer has the members that the reference prints for %s', async (pattern, find, path) => {
  const printed = examples.filter(({ method, url }) => method === 'GET' && pattern.test(url));
  expect(printed.length).toBeGreaterThan(0);
  const id = await find?.();
  const response = await ask(path.replace('{id}', id ?? ''));
  expect(response.status).toBe(200);
  const mine = membersOf(await json<Record<string, unknown>>(response));
  for (const { body = {} } of printed) {
    expect(mine).toEqual(expect.arrayContaining(membersOf(body)));
  }
});
