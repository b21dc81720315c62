/** The calendar on a phone in the dark: a month, three days by two clocks, a day of 23 hours, files to take along. */
import type { Locator } from '@playwright/test';
import { eventOf as event, openCalendar } from './calendar-world.ts';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { saved } from './person.ts';

test.use({
  timezoneId: 'Europe/Berlin',
  locale: 'en-GB',
  viewport: { width: 390, height: 844 },
  colorScheme: 'dark',
});

/** How many letters of a title in one line are there to be read: those before the dots, which are as wide as one or two. */
function lettersToRead(title: Locator): Promise<number> {
  return title.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const box = element.parentElement?.getBoundingClientRect();
    if (!text || !box || getComputedStyle(element).visibility !== 'visible') return 0;
    const isCut = element.getBoundingClientRect().width > box.width;
    const end = box.right - (isCut ? 12 : 0);
    const range = document.createRange();
    return [...(text.nodeValue ?? '')].filter((_, at) => {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().right <= end;
    }).length;
  });
}

test('a month shows the events of the day under it, and one event fills the screen', async ({
  page,
}) => {
  await openCalendar(page, '?date=2026-03-24&view=month');
  await page.locator('[data-date="2026-03-25"]').click();
  await expect(event(page, /Supplier call/)).toBeVisible();
  await expect(page).toHaveURL(/date=2026-03-25&view=month/);
  const month = page.getByText('March 2026', { exact: true }).filter({ visible: true });
  await expect(month).toBeVisible();
  // Which month it is has to be read, not guessed from its first letter.
  await expect
    .poll(() => month.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
    .toBe(0);
  await isFine(page, 'month on a phone');
  await event(page, /Supplier call/).click();
  await expect(page.getByRole('article').getByText('You have not answered')).toBeVisible();
  expect(await saved(page, 'Save as .ics')).toContain('DTSTART:20260325T093000Z');
  await expect(page.getByText('Days', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Close the event' }).click();
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  await expect(event(page, /^Optics review/)).toBeVisible();
  // Half an hour beside another: how its title begins can be read, and the whole of it is in its name.
  const call = event(page, /^Supplier call ?, 10:30 ?, No answer$/);
  expect(await lettersToRead(call.locator('bdi'))).toBeGreaterThanOrEqual(4);
  await page.getByRole('button', { name: 'Calendars, time zones and colleagues' }).click();
  await page.getByLabel('Beside it').focus();
  await page.getByLabel('Beside it').selectOption('Asia/Kolkata');
  await page.getByLabel('When is a colleague busy?').fill('megan@lumen.example');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 time not free')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(page.getByText('Kolkata', { exact: true })).toBeVisible();
  await expect(page.getByText('13:30', { exact: true })).toBeAttached();
  await isFine(page, 'three days on a phone, by two clocks');
  expect(await saved(page, 'Save these days as .ics')).toContain('SUMMARY:Optics review');

  // The days on which the clocks go forward are the next of these.
  await page.getByRole('button', { name: 'Later' }).press('Enter');
  await expect(page.getByText('23 h', { exact: true })).toBeVisible();
  await expect(event(page, /^Night run/)).toHaveAttribute('title', /01:30 GMT\+1 – 03:30 GMT\+2/);
  await isFine(page, 'a day of 23 hours on a phone');
});
