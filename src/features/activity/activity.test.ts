import { expect, test } from 'vitest';
import {
  filtered,
  firstShown,
  inOrder,
  toRecord,
  windowInWords,
  windowOf,
  windows,
} from './activity.ts';

const rows = [
  { Id: '1', CreationTime: '2026-11-20T08:00:00', Operation: 'UserLoggedIn', UserId: 'ada@x' },
  { Id: '2', CreationTime: '2026-11-20T09:00:00', Operation: 'FileAccessed', Workload: 'OneDrive' },
  { Id: '1', CreationTime: '2026-11-20T08:00:00', Operation: 'UserLoggedIn', UserId: 'ada@x' },
].map(toRecord);

test('a time without a zone is UTC', () => {
  expect(rows[0]?.at?.toISOString()).toBe('2026-11-20T08:00:00.000Z');
  expect(toRecord({}, 3)).toMatchObject({ at: undefined, operation: 'Not said' });
});

test('records are shown once and newest first, however they came', () => {
  expect(inOrder(rows).map(({ id }) => id)).toEqual(['2', '1']);
});

test('filters work together, and text is found in who, what and from where', () => {
  const none = { text: '', workload: '', operation: '' };
  expect(filtered(rows, none)).toHaveLength(3);
  expect(filtered(rows, { ...none, text: 'ADA' })).toHaveLength(2);
  expect(filtered(rows, { ...none, workload: 'OneDrive' }).map(({ id }) => id)).toEqual(['2']);
  expect(filtered(rows, { ...none, text: 'ada', workload: 'OneDrive' })).toEqual([]);
});

test('a window is a day of the last seven, and the oldest does not begin too early', () => {
  const now = Date.UTC(2026, 10, 26, 12);
  expect(windowOf(0, now)).toEqual({
    startTime: '2026-11-25T12:00:00',
    endTime: '2026-11-26T12:00:00',
  });
  for (let ago = 0; ago < 7; ago += 1) {
    const { startTime, endTime } = windowOf(ago, now);
    const [start, end] = [Date.parse(`${startTime}Z`), Date.parse(`${endTime}Z`)];
    expect(end - start).toBeLessThanOrEqual(86_400_000);
    expect(start).toBeGreaterThanOrEqual(now - 7 * 86_400_000);
  }
});

test('a window is called by the hours between its ends and now', () => {
  const now = Date.UTC(2026, 10, 26, 12);
  const hours = (time: string) => Math.round((now - Date.parse(`${time}Z`)) / 3_600_000);
  for (const ago of windows.slice(1)) {
    const { startTime, endTime } = windowOf(ago, now);
    expect(windowInWords(ago)).toBe(`${hours(endTime)} to ${hours(startTime)} hours ago`);
  }
  expect(windowInWords(0)).toBe('The last 24 hours');
});

// From what Microsoft's office-365-management-activity-api-reference prints under "Retrieving content".
const printed = {
  CreationTime: '2015-06-29T20:03:19',
  Id: '80c76bd2-9d81-4c57-a97a-accfc3443dca',
  Operation: 'PasswordLogonInitialAuthUsingPassword',
  OrganizationId: '41463f53-8812-40f4-890f-865bf6e35190',
  RecordType: 9,
  ResultStatus: 'failed',
  UserKey: '1153977025279851686@contoso.onmicrosoft.com',
  UserType: 0,
  Workload: 'AzureActiveDirectory',
  ClientIP: '134.170.188.221',
  ObjectId: 'admin@contoso.onmicrosoft.com',
  UserId: 'admin@contoso.onmicrosoft.com',
  AzureActiveDirectoryEventType: 0,
  LoginStatus: -2147217390,
};

test('the screen opens on content that is collected, where any is', () => {
  const sub = (contentType: string, status: string) => ({ contentType, status, webhook: null });
  expect(firstShown([sub('Audit.General', 'enabled'), sub('Audit.Exchange', 'enabled')])).toBe(
    'Audit.Exchange',
  );
  expect(firstShown([sub('Audit.Exchange', 'disabled')])).toBe('Audit.AzureActiveDirectory');
  expect(firstShown([])).toBe('Audit.AzureActiveDirectory');
});

test('the record that Microsoft prints is a row, with everything it says beside it', () => {
  expect(toRecord(printed, 0)).toEqual({
    id: '80c76bd2-9d81-4c57-a97a-accfc3443dca',
    at: new Date('2015-06-29T20:03:19Z'),
    operation: 'PasswordLogonInitialAuthUsingPassword',
    workload: 'AzureActiveDirectory',
    user: 'admin@contoso.onmicrosoft.com',
    object: 'admin@contoso.onmicrosoft.com',
    address: '134.170.188.221',
    result: 'failed',
    whole: printed,
  });
});
