/** How a person has set up the mailbox (Graph mailboxSettings resource). */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { homeZone } from '#simulator/seed/appointments.ts';
import { folderId } from '#simulator/outlook/folders/folder-routes.ts';
import { editOf } from '#simulator/outlook/mailbox/edits.ts';
import { type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { wallText, zoneNamed } from './time-zone.ts';

export interface Zoned {
  readonly timeZone?: { readonly name?: unknown };
}

export function checkZone(name: unknown): void {
  if (name === undefined || (typeof name === 'string' && zoneNamed(name) !== undefined)) return;
  throw new GraphRefusal(400, 'ErrorInvalidTimeZone', `${JSON.stringify(name)} is no time zone.`);
}

export function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const workingDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

export function settingsOf(mailbox: OpenMailbox) {
  const { preferredLanguage } = mailbox.owner;
  const zone = homeZone(mailbox);
  const off = {
    dateTime: wallText(Math.floor(mailbox.opened / 3_600_000) * 3_600_000),
    timeZone: 'UTC',
  };
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return {
    archiveFolder: folderId(mailbox, 5),
    timeZone: zone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: preferredLanguage === 'ja-JP' ? 'yyyy/MM/dd' : 'dd/MM/yyyy',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: off,
      scheduledEndDateTime: off,
    },
    language: {
      locale: preferredLanguage,
      displayName: names.of(preferredLanguage) ?? preferredLanguage,
    },
    workingHours: workingHours(zone),
    ...editOf(mailbox, 'settings', '')?.fields,
  };
}

export function workingHours(zone: string) {
  return {
    daysOfWeek: workingDays,
    startTime: '08:00:00.0000000',
    endTime: '17:00:00.0000000',
    timeZone: { name: zone },
  };
}
