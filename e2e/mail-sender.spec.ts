import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters, type TestLetter } from './letters.ts';
import { messages, subject, whole } from './mail-list.ts';
import { allow, openMail, subjectOf } from './person.ts';
import { toPhone } from './widths.ts';

const headers = { 'access-control-allow-origin': '*' };

const letters: TestLetter[] = [
  { body: '<p>Good day.</p><img src="https://pictures.example/a.png" alt="">' },
  { body: '<p>It is me again.</p>', from: { name: 'Often', address: 'often@stranger.example' } },
  {
    body: '<p>Will you come?</p>',
    more: {
      '@odata.type': '#microsoft.graph.eventMessageRequest',
      meetingMessageType: 'meetingRequest',
      startDateTime: { dateTime: '2026-12-01T09:00:00.0000000', timeZone: 'UTC' },
      endDateTime: { dateTime: '2026-12-01T10:00:00.0000000', timeZone: 'UTC' },
      isAllDay: false,
      // What `$expand` adds.
      event: {
        id: 'entry',
        responseStatus: { response: 'accepted', time: '2026-11-20T08:00:00Z' },
      },
    },
  },
];

test('a letter tells that it is the first of its sender, shows its images by key, and what one has answered', async ({
  page,
  context,
  watched,
}) => {
  watched.allowHost(/^pictures\.example/);
  watched.forgive(/pictures\.example|ERR_NAME_NOT_RESOLVED/);
  const asked: string[] = [];
  await context.route(/\/v1\.0\/me\/messages\?.*from/, (route) => {
    const filter = new URL(route.request().url()).searchParams.get('$filter') ?? '';
    asked.push(filter);
    const value = filter.includes('often@') ? [{ id: 'a' }, { id: 'b' }] : [{ id: 'a' }];
    return route.fulfill({ headers, json: { value } });
  });
  await serveLetters(context, letters);
  await openMail(page);
  await whole(page);
  await openLetter(page, 0);
  await expect(page.getByText('First message from this address')).toBeVisible();
  await expect(page.getByText('1 remote image blocked')).toBeVisible();
  await page.keyboard.press('Shift+C');
  await expect(page.locator('main iframe')).toHaveAttribute('src', /mail-frame-remote/);
  await expect(page.getByText('1 remote image blocked')).toBeHidden();

  await openLetter(page, 1);
  await expect.poll(() => asked.length).toBe(2);
  await expect(page.getByText('First message from this address')).toBeHidden();
  // Once for each address.
  await openLetter(page, 0);
  await expect(page.getByText('First message from this address')).toBeVisible();
  expect(asked).toEqual([
    "from/emailAddress/address eq 'stranger@stranger.example'",
    "from/emailAddress/address eq 'often@stranger.example'",
  ]);

  await openLetter(page, 2);
  const meeting = page.getByRole('region', { name: 'Meeting' });
  await expect(meeting).toContainText('You have accepted.');
  await toPhone(page);
  await expect(meeting).toContainText('You have accepted.');
  await expect(meeting).toBeInViewport({ ratio: 1 });
  await isFine(page, 'an invitation');
});

test('what needed a permission is done when one comes back with it, and can be taken back', async ({
  page,
}) => {
  await openMail(page);
  await whole(page);
  const archived = await subjectOf(messages(page).nth(2));
  await messages(page).nth(2).click();
  await page.keyboard.press('e');
  await allow(page, 'Mail.ReadWrite');
  await expect(page.getByText('Message archived')).toBeVisible();
  // Where the pointer is, what can be taken back stays until it is.
  await page.getByRole('button', { name: 'Undo' }).hover();
  await expect(subject(messages(page).nth(2))).not.toHaveText(archived);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  await expect(subject(messages(page).nth(2))).toHaveText(archived);
});
