/** What a mailbox offers is there at a desk and on a phone: the same walk in both widths. */
import type { Page } from '@playwright/test';
import type { Control } from './control.ts';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { focused, list, messages, subject, whole } from './mail-list.ts';
import { allow, openMail, subjectOf } from './person.ts';
import { desk, phone } from './widths.ts';

const busy = { status: 429, headers: { 'retry-after': '60' }, times: 99, body: '{}' };
const folders = (page: Page) => page.getByRole('navigation', { name: 'Folders' });
const group = (page: Page, name: string) =>
  folders(page)
    .locator('section section')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
const heading = (page: Page) =>
  page.getByRole('article').first().getByRole('heading', { level: 1 });

/** On a phone the folders lie over the list until one is chosen. */
async function showFolders(page: Page, isPhone: boolean): Promise<void> {
  if (isPhone) await page.getByRole('button', { name: 'Folders', exact: true }).click();
  await expect(folders(page)).toBeVisible();
}

async function goTo(page: Page, isPhone: boolean, folder: string): Promise<void> {
  await showFolders(page, isPhone);
  await folders(page)
    .getByRole('link', { name: new RegExp(`^${folder}`) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: folder })).toBeVisible();
  await expect(messages(page).first()).toBeVisible();
}

async function goToDay(page: Page, daysAgo: number): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Date').fill(day);
  await page.getByRole('button', { name: 'Go', exact: true }).click();
}

async function backToList(page: Page, isPhone: boolean): Promise<void> {
  if (isPhone) await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(list(page)).toBeVisible();
}

type Width = typeof desk;

test('folders, the far end of the list, search, filters and a conversation are there on a phone and at a desk', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/\/messages/);
  await page.setViewportSize(phone.size);
  await openMail(page);
  await whole(page);
  await readsOn(page, control, phone, 'Travel');
  await page.setViewportSize(desk.size);
  await readsOn(page, control, desk, 'Newsletters');
});

async function readsOn(page: Page, control: Control, { name, isPhone }: Width, favourite: string) {
  // Folders: nested, hidden ones on request, those gone to often on top.
  await showFolders(page, isPhone);
  await expect(group(page, 'Folders').getByRole('link').first()).toContainText('Inbox');
  const nested = folders(page).getByRole('button', { name: /Projects/ });
  await nested.click();
  await expect(folders(page).getByRole('link', { name: /^Aurora/ })).toBeVisible();
  await folders(page).getByRole('button', { name: 'Show hidden folders' }).click();
  await expect(folders(page).getByRole('link', { name: /^Sync Issues/ })).toBeVisible();
  await isFine(page, `folders ${name}`);
  await folders(page).getByRole('button', { name: 'Leave out hidden folders' }).click();
  await expect(folders(page).getByRole('link', { name: /^Sync Issues/ })).toHaveCount(0);
  await nested.click();
  await expect(folders(page).getByRole('link', { name: /^Aurora/ })).toHaveCount(0);
  await folders(page).getByRole('link', { name: favourite }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: favourite })).toBeVisible();
  await goTo(page, isPhone, 'Inbox');
  await goTo(page, isPhone, favourite);
  await goTo(page, isPhone, 'Inbox');
  await showFolders(page, isPhone);
  await expect(group(page, 'Favourites').getByRole('link', { name: favourite })).toBeVisible();
  if (isPhone) await page.keyboard.press('Escape');

  // Far away, while the service asks for patience: where one is and why, and then the rows.
  await whole(page);
  await control.fail({ url: '/inbox/messages', ...busy });
  await list(page).hover();
  await page.mouse.wheel(0, isPhone ? 60_000 : 120_000);
  await expect(page.getByText('Too many requests.')).toBeVisible();
  await expect(page.getByText(/^\d[\d,]* of 4,218$/)).toBeVisible();
  await control.heal();
  await goToDay(page, 80);
  await expect(page.getByText('Too many requests.')).toBeHidden();
  await expect(messages(page).nth(8).locator('time')).toBeVisible();
  await goToDay(page, 0);
  // The first row is the tab stop and there from wherever one is; the second only at the top.
  await expect(messages(page).nth(1)).toHaveAttribute('aria-posinset', '2');

  // What is found is marked, and parts are picked out.
  await page.getByRole('combobox', { name: /^Search/ }).fill('lens');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=lens$/);
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.get('mail-search')?.size ?? 0))
    .toBeGreaterThan(0);
  await isFine(page, `search ${name}`);
  await goTo(page, isPhone, 'Inbox');
  const parts = [
    { part: 'Flagged', address: 'flagged', mark: /Flagged/ },
    { part: 'With attachments', address: 'attachments', mark: /attachments/ },
  ];
  for (const { part, address, mark } of parts) {
    await whole(page);
    await page.getByRole('button', { name: 'Filter' }).click();
    await expect(page.locator(':popover-open')).toBeInViewport({ ratio: 1 });
    await page.getByRole('radio', { name: part }).check();
    await expect(page).toHaveURL(new RegExp(`show=${address}$`));
    await page.keyboard.press('Escape');
    await expect(messages(page).nth(2).getByRole('img', { name: mark })).toBeVisible();
  }
  await goTo(page, isPhone, 'Inbox');

  // A conversation, every message a row, and the list where it was.
  await whole(page);
  const several = messages(page).filter({ hasText: /\d messages/ });
  const words = await subjectOf(several.first());
  await several.first().click();
  await expect(heading(page)).toHaveText(words);
  await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible();
  const reach = page
    .getByRole('toolbar', { name: 'Message', exact: true })
    .getByText(/^for all \d/);
  await expect.poll(async () => (await reach.boundingBox())?.height).toBeLessThan(24);
  await backToList(page, isPhone);
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('radio', { name: 'Every message a row' }).check();
  await expect(several).toHaveCount(0);
  await page.getByRole('radio', { name: 'A row for each conversation' }).check();
  await page.keyboard.press('Escape');
  await expect(several.first()).toBeVisible();
}

test('messages are filed, flagged, archived and deleted, one and several, on a phone and at a desk', async ({
  page,
}) => {
  await page.setViewportSize(phone.size);
  await openMail(page);
  await whole(page);
  // Asked for at the first press; done on the way back.
  await actsOn(page, phone, 2, true);
  await page.setViewportSize(desk.size);
  await actsOn(page, desk, 4, false);
});

async function actsOn(page: Page, { name, isPhone }: Width, at: number, isFirst: boolean) {
  const tools = page.getByRole('toolbar', { name: 'Message', exact: true });
  const undo = (what: string) =>
    page.getByRole('status').filter({ hasText: what }).getByRole('button', { name: 'Undo' });
  const row = messages(page).nth(at);
  const words = await subjectOf(row);

  // With the permission for it, asked for at the first press; done on the way back.
  await row.click();
  await expect(heading(page)).toHaveText(words);
  await tools.getByRole('button', { name: 'Flag', exact: true }).click();
  if (isFirst) await allow(page, 'Mail.ReadWrite');
  await expect(heading(page)).toHaveText(words);
  await expect(tools.getByRole('button', { name: 'Unflag' })).toBeVisible();

  // Filed under names, seen over the letter and in the row, and taken off again.
  await tools.getByRole('button', { name: 'Categories' }).click();
  const dialog = page.getByRole('dialog', { name: 'Categories' });
  await dialog.getByRole('textbox', { name: 'Another category' }).fill('Budget 2027');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Budget 2027' })).toBeChecked();
  await isFine(page, `categories ${name}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article').getByText('Budget 2027')).toBeVisible();
  await isFine(page, `the filed letter ${name}`);
  await backToList(page, isPhone);
  await expect(row).toContainText('Budget 2027');
  await row.click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeInViewport({ ratio: 1 });
  await page.getByRole('menuitem', { name: 'Categories' }).click();
  await dialog.getByRole('checkbox', { name: 'Budget 2027' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(row).not.toContainText('Budget 2027');

  // Archived over the letter. Waited for from before the press, as the button goes again by itself.
  await row.click();
  await expect(heading(page)).toHaveText(words);
  const archived = undo('Message archived').click();
  await tools.getByRole('button', { name: 'Archive' }).click();
  await archived;
  if (isPhone) await expect(list(page)).toBeVisible();
  await expect(subject(row)).toHaveText(words);

  // Several by the bar over the list.
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Select', exact: true }).click();
  await messages(page)
    .nth(at + 1)
    .click({ modifiers: ['Control'] });
  const bar = page.getByRole('toolbar', { name: 'Selected messages' });
  await expect(bar).toContainText(/\b2 (rows )?selected/);
  await isFine(page, `two selected ${name}`);
  const deleted = undo('messages deleted').click();
  await bar.getByRole('button', { name: 'Delete', exact: true }).click();
  await deleted;
  await expect(subject(row)).toHaveText(words);
  await expect(focused(page)).toBeVisible();
}
