/** What the views of the calendar say where there is little room, and where there is nothing to say. */
import type { Page } from '@playwright/test';
import { brokenWords } from './broken-words.ts';
import { eventOf as event, openCalendar } from './calendar-world.ts';
import { expect, test } from './fixtures.ts';
import { holdBack } from './hold-back.ts';
import { goTo } from './person.ts';
import { toDesk, toPhone } from './widths.ts';

test.use({ timezoneId: 'Europe/Berlin', locale: 'en-GB' });

/** Where words of an event end in the middle of a letter: across, down, or under its marks. */
function cutWords(page: Page): Promise<string[]> {
  return page.locator('[data-event] bdi').evaluateAll((titles) =>
    titles.flatMap((title) => {
      const part = title.parentElement;
      const words = part?.parentElement;
      const text = title.textContent;
      if (!part || !words) return [`${text}: no words`];
      // In one line each part is a box of its own.
      const box = getComputedStyle(words).display === 'contents' ? part : words;
      const { textOverflow, lineHeight, writingMode, position } = getComputedStyle(box);
      // There is no room for a word, and none is shown.
      if (position === 'absolute') return [];
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = box;
      const isTurned = writingMode !== 'horizontal-tb';
      const lines = (isTurned ? clientWidth : clientHeight) / Number.parseFloat(lineHeight);
      const found = [];
      const isCut = isTurned ? scrollHeight > clientHeight : scrollWidth > clientWidth;
      if (isCut && textOverflow !== 'ellipsis') found.push(`${text}: across`);
      if (lines < 1 || Math.abs(lines - Math.round(lines)) > 0.05)
        found.push(`${text}: ${lines} lines`);
      const range = document.createRange();
      range.selectNodeContents(title);
      const bottom = words.getBoundingClientRect().bottom;
      const marks = [...words.querySelectorAll('svg')].map((mark) => mark.getBoundingClientRect());
      const isCovered = [...range.getClientRects()].some((line) =>
        marks.some(
          (mark) =>
            mark.width > 0 &&
            line.top < bottom - 1 &&
            line.right > mark.left + 1 &&
            line.left < mark.right - 1 &&
            line.bottom > mark.top + 1 &&
            line.top < mark.bottom - 1,
        ),
      );
      if (isCovered) found.push(`${text}: under its marks`);
      return found;
    }),
  );
}

test('however narrow an event is, its words end in dots or with a line, and are all in its name; days without anything say so', async ({
  page,
}) => {
  await openCalendar(page, '?date=2026-05-06&view=week');
  const whole = 'Interferometerkalibrierung vor der Abnahme';
  const narrow = event(page, new RegExp(`^${whole} ?, 10:00`));
  await expect(narrow).toHaveAttribute('title', new RegExp(`^${whole}\n10:00.12:00\nLab`));
  await expect(event(page, /^Private|^Online/)).toBeVisible();
  expect(await cutWords(page)).toEqual([]);
  expect(await brokenWords(page.locator('[data-event] bdi'))).toEqual([]);
  // Nor is an address broken within a word.
  const long = 'bartholomew.featherstone@procurement.lumen.example';
  await page.getByLabel('When is a colleague busy?').fill(long);
  await page.keyboard.press('Enter');
  const address = page.getByRole('listitem').getByText(long);
  await expect(address).toBeVisible();
  expect(await brokenWords(address)).toEqual([]);
  await toPhone(page);
  await expect(page.getByText(/^6\s?–\s?8 May 2026$/)).toBeVisible();
  await expect(narrow).toBeVisible();
  expect(await cutWords(page)).toEqual([]);
  expect(await brokenWords(page.locator('[data-event] bdi'))).toEqual([]);
  // Four at once, each as narrow as the spine of a book.
  await expect(narrow.locator(':scope > span').first()).toHaveCSS('writing-mode', 'vertical-lr');
  const shown = await narrow.locator('bdi').first().boundingBox();
  expect(shown?.height).toBeGreaterThan(60);

  // Days without anything say so in every view and width, once it is known.
  const release = await holdBack(page.context(), /\/calendarView\?/);
  await toDesk(page);
  await goTo(page, '/calendar?date=2026-08-12&view=agenda');
  await expect(page.getByRole('checkbox', { name: 'Family' })).toBeVisible();
  const said = page.getByText('Nothing planned');
  await expect(said).toBeHidden();
  release();
  await expect(said).toBeVisible();
  const views = async () => {
    for (const view of ['Week', 'Month', 'Agenda']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await expect(said.first()).toBeVisible();
      await expect(page.getByText(/2026 is free in the calendars/).first()).toBeVisible();
    }
  };
  await views();
  await page.getByRole('checkbox', { name: 'Family' }).click();
  await page.getByRole('checkbox', { name: 'Calendar' }).click();
  await expect(page.getByText('No calendar is chosen')).toBeVisible();
  await expect(said).toBeHidden();
  await page.getByRole('checkbox', { name: 'Family' }).click();
  await toPhone(page);
  await views();
});
