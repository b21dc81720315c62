/** For tests: which request of ours goes with which answer that Microsoft's reference prints. */
import { administrator, everyScope, graphAs, json, type Ask } from './graph-test-client.ts';

export const ask = graphAs({
  scopes: [
    ...everyScope,
    ...['Mail.ReadWrite', 'Mail.Send', 'Contacts.ReadWrite', 'Calendars.ReadWrite'],
    ...['Files.ReadWrite', 'MailboxSettings.ReadWrite', 'Tasks.ReadWrite'],
  ],
});
const health = graphAs({
  person: administrator,
  scopes: ['ServiceHealth.Read.All', 'ServiceMessage.Read.All'],
});

interface Row {
  readonly id: string;
  readonly '@odata.type'?: string;
}

async function idOf(path: string, fits: (row: Row) => boolean = () => true): Promise<string> {
  return (await json<{ value: Row[] }>(ask(path))).value.find(fits)?.id ?? '';
}

const inbox = '/me/mailFolders/inbox/messages';
const message = () => idOf('/me/messages?$top=1');
const draft = async () => (await json<Row>(post('/me/messages', { subject: 'A draft' }))).id;
const contactFolder = () => idOf('/me/contactFolders');
const driveFile = () => idOf('/me/drive/root/children?$top=40', ({ id }) => id !== '');
const event = async () =>
  (
    await json<Row>(
      post('/me/events', {
        subject: 'Lunch',
        start: { dateTime: '2026-12-03T12:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-12-03T13:00:00', timeZone: 'UTC' },
      }),
    )
  ).id;
const folder = async () =>
  (await json<Row>(post('/me/mailFolders', { displayName: crypto.randomUUID() }))).id;

const writing = (method: string, body?: object): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  ...(body ? { body: JSON.stringify(body) } : {}),
});
const post = (path: string, body: object) => ask(path, writing('POST', body));

interface Call {
  /** `{id}` stands for what this finds. */
  readonly id?: () => Promise<string>;
  readonly path: string;
  readonly init?: RequestInit;
  readonly by?: Ask;
}
const get = (path: string, id?: () => Promise<string>, by = ask): Call => ({
  path,
  by,
  ...(id ? { id } : {}),
});
const call = (method: string, path: string, body?: object, id?: () => Promise<string>): Call => ({
  path,
  init: writing(method, body),
  ...(id ? { id } : {}),
});

const person = { emailAddress: { address: 'layla@northlight.example', name: 'Layla' } };
const name = () => crypto.randomUUID();
const times = {
  start: { dateTime: '2026-12-03T12:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-03T13:00:00', timeZone: 'UTC' },
};

/** Which printed example goes with which request here. */
export const compared: readonly (readonly [RegExp, Call])[] = [
  [
    /^GET .*eventMessage\/event$/,
    get('/me/messages/{id}?$expand=microsoft.graph.eventMessage/event', () =>
      idOf(`${inbox}?$top=120`, (row) => '@odata.type' in row),
    ),
  ],
  [
    /^GET .*\?\$select=subject,body,bodyPreview,uniqueBody$/,
    get('/me/messages/{id}?$select=subject,body,bodyPreview,uniqueBody', message),
  ],
  [
    /^GET .*\?\$select=internetMessageHeaders$/,
    get('/me/messages/{id}?$select=internetMessageHeaders', message),
  ],
  [/^GET \/me\/messages\?\$select=sender,subject$/, get('/me/messages?$select=sender,subject')],
  [
    /^GET \/me\/messages\/[^/]+\/attachments$/,
    get('/me/messages/{id}/attachments', () =>
      idOf('/me/messages?$filter=hasAttachments eq true&$top=1'),
    ),
  ],
  [/^GET .*\/messages\/delta$/, get(`${inbox}/delta`)],
  [/^GET .*\/mailFolders\/[^/]+\/messages$/, get(inbox)],
  [/^GET \/me\/mailFolders$/, get('/me/mailFolders')],
  [/^GET \/me\/mailFolders\/delta$/, get('/me/mailFolders/delta')],
  [/^GET \/me\/mailFolders\/[^/{]+=$/, get('/me/mailFolders/inbox')],
  [
    /^GET .*\/childFolders(\?includeHiddenFolders=true)?$/,
    get('/me/mailFolders/inbox/childFolders?includeHiddenFolders=true'),
  ],
  [
    /^GET \/me\/contactFolders\/\{id\}\/childFolders$/,
    get('/me/contactFolders/{id}/childFolders', contactFolder),
  ],
  [/^GET \/me\/contacts$/, get('/me/contacts')],
  [/^GET \/me\/contactFolders$/, get('/me/contactFolders')],
  [/^GET \/me\/contactFolders\/delta$/, get('/me/contactFolders/delta')],
  [
    /^GET \/me\/calendarView\?/,
    get('/me/calendarView?startDateTime=2026-11-01&endDateTime=2026-12-01'),
  ],
  [/^GET \/me\/calendar\/events$/, get('/me/calendar/events')],
  [/^GET \/me\/events\/[^/]+\/?(\?\$select=.*)?$/, get('/me/events/{id}', event)],
  [
    /^GET \/me\/calendarGroups\/[^/]+\/calendars$/,
    get('/me/calendarGroups/{id}/calendars', () => idOf('/me/calendarGroups')),
  ],
  [
    /^GET \/me\/calendarGroups\/[^/]+$/,
    get('/me/calendarGroups/{id}', () => idOf('/me/calendarGroups')),
  ],
  [/^GET \/me\/mailboxSettings\/workingHours$/, get('/me/mailboxSettings/workingHours')],
  [/^GET \/me\/planner\/tasks$/, get('/me/planner/tasks')],
  [/^GET \/me\/onenote\/pages$/, get('/me/onenote/pages')],
  [/^GET \/me\/onenote\/(sections|notebooks\/[^/]+\/sections)$/, get('/me/onenote/sections')],
  [
    /^POST \/me\/calendarGroups\/[^/]+\/calendars$/,
    call('POST', '/me/calendarGroups/{id}/calendars', { name: name() }, () =>
      idOf('/me/calendarGroups'),
    ),
  ],
  [/^GET \/me\/messages\/[^/]+\/\$value$/, get('/me/messages/{id}/$value', message)],
  [
    /^POST \/me\/drive\/items\/\{item-id\}\/createLink$/,
    call('POST', '/me/drive/items/{id}/createLink', { type: 'view' }, driveFile),
  ],
  [/^GET \/sites\/\{site-id\}\/lists$/, get('/sites/root/lists')],
  [/^GET \/me\/licenseDetails$/, get('/me/licenseDetails')],
  [/^GET \/organization$/, get('/organization')],
  [/^GET \/me$/, get('/me')],
  [/^GET \/sites\?search=/, get('/sites?search=*')],
  [/^GET \/sites\/(contoso|\{hostname\})[^/]*:\//, get('/sites/root')],
  [
    /^GET \/admin\/serviceAnnouncement\/healthOverviews\?\$expand=issues$/,
    get('/admin/serviceAnnouncement/healthOverviews?$expand=issues', undefined, health),
  ],
  [
    /^GET \/admin\/serviceAnnouncement\/issues\/MO226784$/,
    get('/admin/serviceAnnouncement/issues?$top=1', undefined, health),
  ],
  [
    /^GET \/admin\/serviceAnnouncement\/messages(\/MC172851)?$/,
    get('/admin/serviceAnnouncement/messages?$top=1', undefined, health),
  ],
  [/^PATCH \/me\/messages\/\{id\}$/, call('PATCH', '/me/messages/{id}', { isRead: true }, message)],
  [
    /^POST \/me\/messages\/\{id\}\/copy$/,
    call('POST', '/me/messages/{id}/copy', { destinationId: 'drafts' }, message),
  ],
  [
    /^POST \/me\/messages\/\{id\}\/createReply$/,
    call('POST', '/me/messages/{id}/createReply', {}, message),
  ],
  [
    /^POST \/me\/messages\/\{id\}\/createReplyAll$/,
    call('POST', '/me/messages/{id}/createReplyAll', {}, message),
  ],
  [
    /^POST \/me\/messages\/\{id\}\/createForward$/,
    call('POST', '/me/messages/{id}/createForward', {}, message),
  ],
  [
    /^POST \/me\/messages\/\{id\}\/forward$/,
    call('POST', '/me/messages/{id}/forward', { toRecipients: [person] }, message),
  ],
  [
    /^POST \/me\/messages\/\{id\}\/replyAll$/,
    call('POST', '/me/messages/{id}/replyAll', { comment: 'Yes' }, message),
  ],
  [/^DELETE \/me\/messages\/\{id\}$/, call('DELETE', '/me/messages/{id}', undefined, draft)],
  [
    /^POST \/me\/messages\/[^/]+\/attachments$/,
    call(
      'POST',
      '/me/messages/{id}/attachments',
      { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'YQ==' },
      draft,
    ),
  ],
  [
    /^POST \/me\/mailFolders\/\{id\}\/messages$/,
    call('POST', '/me/mailFolders/drafts/messages', { subject: 'x' }),
  ],
  [
    /^PATCH \/me\/mailFolders\/\{id\}$/,
    call('PATCH', '/me/mailFolders/{id}', { displayName: name() }, folder),
  ],
  [
    /^POST \/me\/mailFolders\/\{id\}\/move$/,
    call('POST', '/me/mailFolders/{id}/move', { destinationId: 'archive' }, folder),
  ],
  [/^POST \/me\/contacts$/, call('POST', '/me/contacts', { givenName: 'Pavel' })],
  [
    /^POST \/me\/contactFolders\/\{id\}\/contacts$/,
    call('POST', '/me/contactFolders/{id}/contacts', { givenName: 'Ida' }, contactFolder),
  ],
  [
    /^POST \/me\/contactFolders\/\{id\}\/childFolders$/,
    call('POST', '/me/contactFolders/{id}/childFolders', { displayName: name() }, contactFolder),
  ],
  [/^POST \/me\/events$/, call('POST', '/me/events', { subject: 'x', ...times })],
  [/^PATCH \/me\/events\/\{id\}$/, call('PATCH', '/me/events/{id}', { subject: 'y' }, event)],
  [/^DELETE \/me\/events\/\{id\}$/, call('DELETE', '/me/events/{id}', undefined, event)],
  [/^POST \/me\/events\/\{id\}\/cancel$/, call('POST', '/me/events/{id}/cancel', {}, event)],
  [
    /^POST \/me\/events\/\{id\}\/forward$/,
    call('POST', '/me/events/{id}/forward', { toRecipients: [person] }, event),
  ],
  [/^POST \/me\/calendars$/, call('POST', '/me/calendars', { name: name() })],
  [/^PATCH \/me\/calendar$/, call('PATCH', '/me/calendar', { name: 'Mine' })],
  [
    /^POST \/me\/calendar\/getSchedule$/,
    call('POST', '/me/calendar/getSchedule', {
      schedules: ['layla@northlight.example'],
      startTime: times.start,
      endTime: times.end,
    }),
  ],
  [
    /^PATCH \/me\/mailboxSettings$/,
    call('PATCH', '/me/mailboxSettings', { automaticRepliesSetting: { status: 'disabled' } }),
  ],
  [
    /^POST \/me\/drive\/root\/children$/,
    call('POST', '/me/drive/root/children', { name: name(), folder: {} }),
  ],
  [
    /^PUT \/me\/drive\/root:\/FolderA\/FileB\.txt:\/content$/,
    call('PUT', '/me/drive/root:/FolderA/FileB.txt:/content'),
  ],
  [
    /^PATCH \/me\/drive\/items\/\{item-id\}$/,
    call('PATCH', '/me/drive/items/{id}', { name: name() }, driveFile),
  ],
  [
    /^DELETE \/me\/drive\/items\/\{item-id\}$/,
    call('DELETE', '/me/drive/items/{id}', undefined, driveFile),
  ],
  [/^GET \/me\/photo/, get('/me/photo/$value')],
];
