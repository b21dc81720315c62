import ICAL from 'ical.js';
import { brokenWords } from './broken-words.ts';
import { eventOf as event, openCalendar } from './calendar-world.ts';
import { isFine, isFineInEveryLight } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { holdBack } from './hold-back.ts';
import { accept, adele, allow, goTo, openMail, signIn, saved } from './person.ts';
import { toDesk, toPhone } from './widths.ts';

test.use({ timezoneId: 'Europe/Berlin', locale: 'en-GB' });

test('a week shows what overlaps side by side, days above, another zone and a colleague beside, and by which clock an hour is that comes twice', async ({
  page,
}) => {
  await openCalendar(page, '?date=2026-03-25&view=week');
  const [review, call] = [event(page, /^Optics review/), event(page, /^Supplier call/)];
  await expect(page.getByText(/^23\s?–\s?29 March 2026$/)).toBeVisible();
  await expect(review).toBeVisible();
  const [one, other] = [await review.boundingBox(), await call.boundingBox()];
  expect((one?.x ?? 0) + (one?.width ?? 0)).toBeLessThanOrEqual(other?.x ?? 0);
  await expect(page.getByRole('list', { name: 'All day' }).getByText('Trade fair')).toBeVisible();

  // The clocks go forward on the Sunday: its night run ends two hours later on the wall.
  await expect(page.getByText('23 h', { exact: true })).toBeVisible();
  await expect(event(page, /^Night run/)).toHaveAttribute('title', /01:30 GMT\+1 – 03:30 GMT\+2/);

  await page.getByLabel('Beside it').focus();
  await page.getByLabel('Beside it').selectOption('Asia/Kolkata');
  await expect(page.getByText('Kolkata', { exact: true })).toBeVisible();
  await expect(page.getByText('13:30', { exact: true })).toBeAttached();
  await expect(page.getByText('Beside it (GMT+5:30)', { exact: true })).toBeVisible();

  await page.getByLabel('When is a colleague busy?').fill('megan@lumen.example');
  await page.keyboard.press('Enter');
  await page.getByText('1 time not free').click();
  await expect(page.getByText('Wed 25 Mar, 13:00–14:00: busy')).toBeVisible();
  await isFineInEveryLight(page, 'week with all beside it');

  const family = page.getByRole('checkbox', { name: 'Family' });
  await family.click();
  await expect(family).not.toBeChecked();
  await expect(event(page, /^Dentist/)).toBeHidden();
  await expect(review).toBeVisible();

  // The hour that comes twice: each time says by which clock.
  await goTo(page, '/calendar?date=2026-10-25&view=week');
  await page.getByLabel('Beside it').focus();
  await page.getByLabel('Beside it').selectOption('America/New_York');
  const watch = event(page, /^Night watch/);
  await expect(watch).toHaveAttribute('title', /02:45 GMT\+2 – 02:15 GMT\+1/);
  await expect(page.getByText('25 h', { exact: true })).toBeVisible();
  // America puts its clocks back a week later.
  await expect(page.getByText('25 Oct: in New York it is 1 h later')).toBeAttached();
  await expect(page.getByText('24 Oct: in New York')).toHaveCount(0);
  await page.getByRole('button', { name: 'Agenda', exact: true }).click();
  await expect(watch).toHaveCount(0);
  const inAgenda = event(page, /^02:45 GMT\+2.*02:15 GMT\+1.*20:45.*Night watch/);
  await inAgenda.press('Enter');
  const details = page.getByRole('article');
  await expect(details).toContainText('02:45 GMT+2 – 02:15 GMT+1');
  await expect(details).toContainText(/20:45.*21:15 in New York/);
});

test('an event tells who comes, how often and what for, runs no script and can be taken along, and the zone can be the one set in Outlook', async ({
  page,
}) => {
  await openCalendar(page, '?date=2026-03-25&view=agenda');
  await event(page, /^11:00|Optics review/).click();
  await expect(page).toHaveURL(/event=review/);
  const details = page.getByRole('article');
  await expect(details.getByRole('heading', { name: 'Optics review' })).toBeFocused();
  await expect(details.getByText('Every 2 weeks on Wednesday')).toBeVisible();
  await expect(details.getByText('1 accepted, 1 declined')).toBeVisible();
  await expect(details.getByRole('link', { name: 'Join' })).toHaveAttribute(
    'href',
    'https://meet.lumen.example/optics',
  );
  await expect(page.frameLocator('article iframe').getByText('figures')).toBeVisible();
  await expect(details.getByText('1 remote image blocked')).toBeVisible();
  await expect(page).toHaveTitle(/^Calendar/);
  await isFineInEveryLight(page, 'event');

  const file = await saved(page, 'Save as .ics');
  const read = new ICAL.Component(ICAL.parse(file) as [string, unknown[], unknown[]]);
  const one = new ICAL.Event(read.getFirstSubcomponent('vevent') ?? undefined);
  expect(one.startDate.toJSDate().toISOString()).toBe('2026-03-25T09:00:00.000Z');
  expect(one.attendees).toHaveLength(2);
  const series = await saved(page, 'Save the series as .ics');
  expect(series).toMatch(
    /EXDATE;TZID=Europe.Berlin:20260211T100000\r[^]*RECURRENCE-ID;.*20260408T100000\r/,
  );
  await toPhone(page);
  expect(await brokenWords(details.getByRole('listitem'))).toEqual([]);
  const untimed = (text: string) => text.replace(/DTSTAMP:.*/g, '');
  expect(untimed(await saved(page, 'Save the series as .ics'))).toBe(untimed(series));
  await toDesk(page);
  const range = await saved(page, 'Save these days as .ics');
  expect(range.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(5);

  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/event=/);

  // The zone that is set in Outlook is the calendar’s, with the browser’s beside it.
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  await expect(event(page, /^Optics review/)).toHaveAttribute('title', /10:00–11:30/);
  await page.getByRole('button', { name: 'Use the zone set in Outlook' }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page.getByLabel('Shown in')).toContainText('Mailbox: London');
  await expect(event(page, /^Optics review/)).toHaveAttribute('title', /09:00–10:30/);
  await expect(page.getByText('Berlin', { exact: true })).toBeVisible();
  const beside = page.getByLabel('Beside it');
  await beside.focus();
  // The zone that is there already is no choice.
  await expect(beside.getByRole('option', { name: 'Europe/Berlin', exact: true })).toBeAttached();
  await expect(beside.getByRole('option', { name: 'Europe/London', exact: true })).toHaveCount(0);
  await beside.selectOption('None');
  await expect(page.getByText('Berlin', { exact: true })).toBeHidden();
});

test('the keyboard alone moves through hours, days and weeks, opens an event and comes back', async ({
  page,
}) => {
  await openCalendar(page, '?date=2026-03-25&view=week');
  await expect(event(page, /^Optics review/)).toBeVisible();
  // From the view's last button, the next stops are the bars of the days and then the grid.
  await page.getByRole('button', { name: 'Save these days as .ics' }).focus();
  const slot = page.getByRole('button', { name: /^Monday 23 March, 09:00, nothing/ });
  for (let stops = 0; stops < 6; stops += 1) {
    await page.keyboard.press('Tab');
    if (await slot.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(slot).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(
    page.getByRole('button', { name: /^Wednesday 25 March, 10:00, Optics review/ }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(event(page, /^Optics review/)).toBeFocused();
  // What happens beside it is one key away, and the hour another.
  await page.keyboard.press('ArrowDown');
  await expect(event(page, /^Supplier call/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('button', { name: /^Wednesday 25 March, 10:00, Optics review/ }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Optics review' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(event(page, /^Optics review/)).toBeFocused();

  await page.keyboard.press('n');
  await expect(page.getByText(/^30 Mar – 5 Apr 2026$/)).toBeVisible();
  // As fast as one can: each goes on from the last.
  for (const key of ['n', 'p', 'p', 'm']) await page.keyboard.press(key);
  await expect(page.getByRole('group', { name: 'Days' })).toBeVisible();
  await expect(page).toHaveURL(/date=2026-03-25&view=month/);
  await page.locator('[data-date="2026-03-25"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-date="2026-04-01"]')).toBeFocused();
  await page.keyboard.press('t');
  await expect(page).not.toHaveURL(/2026-0[34]/);
});

test('the keyboard alone walks through a month and an agenda, into a day and out again, however fast it turns the days', async ({
  page,
}) => {
  // Faster than the days come: who turns them keeps the keys, and is on the first event when all are there.
  await openCalendar(page, '?date=2026-04-29&view=agenda');
  const main = page.getByRole('main');
  const rows = main.locator('[data-event]');
  await event(page, /Sofortbesprechung/).focus();
  const releaseWork = await holdBack(page.context(), /calendars\/work\/calendarView/);
  const releaseFamily = await holdBack(page.context(), /calendars\/family\/calendarView/);
  for (let turns = 0; turns < 3; turns += 1) await page.keyboard.press('PageUp');
  await expect(page).toHaveURL(/date=2026-03-18/);
  await expect(page.locator('[data-agenda]')).toBeFocused();
  releaseFamily();
  await expect(event(page, /Dentist/)).toBeFocused();
  releaseWork();
  await expect(event(page, /Night run/)).toBeVisible();
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();

  await goTo(page, '/calendar?date=2026-03-25&view=month');
  const press = (key: string) => page.keyboard.press(key);
  const day = (date: string) => page.locator(`[data-date="${date}"]`);
  // Of the month, not still of the agenda.
  const inDays = page.getByRole('group', { name: 'Days' }).getByRole('button', { name: /Optics/ });
  await expect(inDays).toBeVisible();
  await day('2026-03-25').focus();
  await press('Enter');
  await expect(event(page, /^Trade fair/)).toBeFocused();
  await press('ArrowDown');
  await press('ArrowDown');
  const call = event(page, /Supplier call/);
  await expect(call).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Supplier call' })).toBeFocused();
  await press('Escape');
  await expect(call).toBeFocused();
  await press('Escape');
  await expect(day('2026-03-25')).toBeFocused();
  await press('End');
  await expect(day('2026-03-29')).toBeFocused();
  await press('PageDown');
  await expect(day('2026-04-29')).toBeFocused();
  await expect(main.getByText('April 2026', { exact: true }).last()).toBeVisible();

  // A day on which nothing is to be seen is shown by itself.
  await press('Enter');
  await expect(page).toHaveURL(/date=2026-04-29&view=agenda/);
  await expect(page.locator('[data-agenda]')).toBeFocused();
  await press('PageUp');
  await press('PageUp');
  await press('PageUp');
  await expect(page).toHaveURL(/date=2026-03-18/);
  await expect(rows.first()).toBeFocused();
  await expect(rows.first()).toHaveAccessibleName(/^Day 1 of 3.*Trade fair/);
  await press('ArrowRight');
  await press('ArrowDown');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Optics review' })).toBeFocused();
  await press('Escape');
  await expect(event(page, /Optics review/)).toBeFocused();
  await press('End');
  await expect(event(page, /Night run/)).toBeFocused();
  await isFine(page, 'agenda');
});

test('an invitation in a letter leads to its day, and its meeting stands there', async ({
  page,
}) => {
  await openMail(page, adele, `/mail?${new URLSearchParams({ q: '"Join on your computer"' })}`);
  const letter = page.getByRole('listbox').getByRole('option').first();
  // A hundred thousand letters are searched.
  await expect(letter).toBeVisible();
  await letter.click();
  const headings = page.getByRole('main').getByRole('heading', { level: 1 });
  const subject = headings.filter({ hasNotText: 'Search results' });
  await expect(page.getByRole('region', { name: 'Meeting' })).toContainText('Invitation');
  const title = (await subject.innerText()).trim();
  const standsThere = async () => {
    await expect(page).toHaveURL(/\/calendar\?date=\d{4}-\d{2}-\d{2}&hour=\d+$/);
    // At whatever hour it is: nobody has to look for it.
    await expect(
      page.getByRole('main').getByRole('button').filter({ hasText: title }).first(),
    ).toBeInViewport({ ratio: 0.5 });
  };
  await page.getByRole('link', { name: 'Show that day' }).press('Enter');
  await allow(page, 'Calendars.Read');
  await standsThere();
  // And stays there where three days are as much as there is room for.
  await page.setViewportSize({ width: 390, height: 844 });
  await standsThere();
});

test('what an organisation leaves to administrators can be asked of them, and works once they agree', async ({
  page,
  control,
}) => {
  await control.tell('preset', { name: 'admin-must-approve' });
  await signIn(page, adele, '/calendar');
  await page.getByText('If Microsoft says that an administrator must approve').click();
  const main = page.getByRole('main');
  await expect(main.getByRole('button', { name: /for an administrator$/ })).toBeVisible();
  await expect(main.getByRole('button', { name: /for everybody$/ })).toBeVisible();
  await isFineInEveryLight(page, 'the ways to an administrator');
  const ask = page.getByRole('button', { name: 'Allow Calendars.Read', exact: true });
  await ask.click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await page.getByRole('textbox').fill('I plan the reviews.');
  await page.getByRole('button', { name: 'Request approval' }).click();
  await page.getByRole('button', { name: 'Back to app' }).click();
  await expect(page.getByRole('heading', { name: 'The permission was not given' })).toBeVisible();
  await expect(page.getByText(/until one approves.*what you allowed before/)).toBeVisible();
  const { approvalRequests } = (await control.read('state')) as {
    approvalRequests: readonly { id: string }[];
  };
  await control.tell('approve', { id: approvalRequests[0]?.id });
  await page.getByRole('button', { name: 'Continue without it' }).click();
  // The session that comes back has what was agreed meanwhile.
  await expect(page.getByRole('group', { name: 'View' })).toBeVisible();
});
