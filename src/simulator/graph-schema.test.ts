import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import { administrator, graphAs, json } from './graph-test-client.ts';

/** Made from Microsoft's own metadata; too large to carry, so it lies beside the repository where it is at hand. */
const schemaFile = new URL('../../../shared/data/graph-schema.json', import.meta.url);
const schema = existsSync(schemaFile)
  ? (JSON.parse(readFileSync(schemaFile, 'utf8')) as {
      $id: string;
      'x-endpoints': Record<string, string>;
    })
  : undefined;

const ask = graphAs({ person: administrator });
const ajv = new Ajv2020({ strict: false, allErrors: true });

beforeAll(() => {
  if (schema) ajv.addSchema(schema);
  else
    console.warn('NOTICE: no graph-schema.json beside the repository: shapes are not validated.');
});

function problemsOf(endpoint: string, body: unknown): string[] {
  if (!schema) return [];
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${schema['x-endpoints'][endpoint]}`);
  if (!validate) return [`no schema for ${endpoint}`];
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

async function problems(endpoint: string, path: string): Promise<string[]> {
  return problemsOf(endpoint, await json<unknown>(ask(path)));
}

async function firstId(path: string): Promise<string> {
  return (await json<{ value: { id: string }[] }>(ask(path))).value[0]?.id ?? '';
}

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
