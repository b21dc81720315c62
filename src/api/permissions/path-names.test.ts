import { expect, test } from 'vitest';
import { asGraphWrites } from './path-names.ts';
import { permissionFinder } from './needed-permissions.ts';

test.each([
  ['/me/mailfolders/{id}/childfolders', '/me/mailFolders/{id}/childFolders'],
  ['/me/calendar/calendarview', '/me/calendar/calendarView'],
  ['/admin/serviceannouncement/healthoverviews', '/admin/serviceAnnouncement/healthOverviews'],
  ['/me/drive/root:/{id}:/createuploadsession', '/me/drive/root:/{id}:/createUploadSession'],
  [
    '/me/reminderview(startdatetime={id},enddatetime={id})',
    '/me/reminderView(startDateTime={id},endDateTime={id})',
  ],
  ['/me/messages/{id}', '/me/messages/{id}'],
])('%s is written %s', (listed, written) => {
  expect(asGraphWrites(listed)).toBe(written);
});

test('a path that is written so is found again', async () => {
  const finder = await permissionFinder();
  const lost = Object.keys(finder.facts.paths)
    .filter((path) => !path.includes('?'))
    .filter((path) => finder.methods(asGraphWrites(path)).length === 0);
  expect(lost).toEqual([]);
});
