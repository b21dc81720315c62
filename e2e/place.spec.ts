import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { holdBack } from './hold-back.ts';
import { adele, openMail, signIn } from './person.ts';

test('a list stays where it was scrolled to, while the rest of it comes and after a reload, with the same message open', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 620 });
  const letItCome = await holdBack(page, /\/assets\/message-list-[^/]+\.js$/);
  await openMail(page);
  const list = page.getByRole('listbox');
  const rows = list.getByRole('option');
  await expect(rows.nth(3)).toBeVisible();
  const scroller = list
    .locator('xpath=ancestor-or-self::*')
    .filter({ hasNot: page.locator('main') });
  const scrolled = () =>
    scroller.evaluateAll((all) => Math.max(...all.map((element) => element.scrollTop)));
  await rows.nth(2).click();
  // The folder's name, and the subject of what is open.
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(2);
  const address = page.url();

  // The first rows come first; the whole list takes their place, and where they stood.
  await expect(list).toHaveAttribute('aria-busy', 'true');
  await rows.nth(1).hover();
  await page.mouse.wheel(0, 600);
  await expect.poll(scrolled).toBe(600);
  letItCome();
  await expect(list).not.toHaveAttribute('aria-busy');
  await expect(page.getByRole('combobox', { name: /^Search/ })).toBeVisible();
  expect(await scrolled()).toBe(600);
  await page.mouse.wheel(0, 300);
  await expect.poll(scrolled).toBe(900);

  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(address);
  await expect.poll(scrolled).toBe(900);

  // Who leaves in the moment of scrolling comes back to where that led.
  await expect(page.getByRole('link', { name: /^Archive/ })).toBeVisible();
  await list.evaluate((element) => {
    element.parentElement?.scrollTo(0, 300);
    document.querySelector<HTMLElement>('a[href$="/mail/archive"]')?.click();
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible();
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await expect.poll(scrolled).toBe(300);
});

test('what a person typed and did not send is there again, but not for whoever signs out', async ({
  page,
}) => {
  await signIn(page, adele, '/requests');
  const address = page.getByRole('combobox', { name: 'Address' });
  await address.fill('https://graph.microsoft.com/v1.0/me/messages?$top=3');
  await expect(page).toHaveURL(/url=[^&]*top(=|%3D)3/);
  const field = () => page.getByRole('textbox', { name: 'Unsent' });
  // A field that takes part, as a screen would have one.
  const addField = () =>
    page.getByRole('main').evaluate((main) => {
      const area = document.createElement('textarea');
      area.setAttribute('aria-label', 'Unsent');
      area.dataset['draft'] = 'words';
      main.append(area);
    });
  await addField();
  await field().fill('half a sentence');
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await addField();
  await expect(field()).toHaveValue('half a sentence');
  await expect(address).toHaveValue('https://graph.microsoft.com/v1.0/me/messages?$top=3');

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/signed-out$/);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('half a');
});

test('after a reload the focus is in the field of the request that had it, with the same letters selected', async ({
  page,
}) => {
  // Not the first screen of the session: what a screen counts its parts from is another after the reload.
  await signIn(page, adele, '/timeline');
  await page.getByRole('link', { name: 'Requests' }).click();
  const form = page.getByRole('region', { name: 'The request' });
  const choice = (name: string) => form.getByRole('combobox', { name, exact: true });
  const tab = (name: string) => form.getByRole('tab', { name }).click();
  const text = form.getByRole('textbox');
  const letters = () =>
    page.evaluate(() => {
      const { selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
      return [selectionStart, selectionEnd];
    });
  const comesBackTo = async (field: Locator, isText = true) => {
    await field.focus();
    if (isText) await field.evaluate((it: HTMLTextAreaElement) => it.setSelectionRange(1, 3));
    // A session comes back by itself once in ten minutes; of each of these nobody knows another before it.
    await page.evaluate(() => sessionStorage.removeItem('grantscope.restored-at'));
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expect(field).toBeFocused();
    if (isText) expect(await letters()).toEqual([1, 3]);
  };
  await choice('Method').selectOption('POST');
  await choice('Address').fill('https://graph.microsoft.com/v1.0/me/messages?$top=3000');
  await tab('Body');
  await text.fill('{ "subject": "Lamps" }');
  await expect(page).toHaveURL(/Lamps.*&part=body$/);
  await comesBackTo(text);
  for (const name of ['Method', 'Service', 'Version']) await comesBackTo(choice(name), false);
  await comesBackTo(choice('Address'));

  // The part that was open stands again, though the request has a body.
  await tab('Headers');
  await text.fill('Prefer: x');
  await expect(page).toHaveURL(/Prefer.*&part=headers$/);
  await comesBackTo(text);
  await tab('Query');
  await expect(page).toHaveURL(/&part=query$/);
  await comesBackTo(text);
});

test('who leaves a half-typed request on a busy machine is not called back to it by what was to be kept', async ({
  page,
}) => {
  await signIn(page, adele, '/timeline');
  const main = page.getByRole('navigation', { name: 'Main' });
  // Typing is kept half a second later; which of these moments is the unlucky one depends on the machine.
  for (const moment of [320, 350, 380, 410, 440]) {
    await main.getByRole('link', { name: 'Requests' }).click();
    await page
      .getByRole('combobox', { name: 'Address' })
      .fill(`https://graph.microsoft.com/${moment}`);
    await main.getByRole('link', { name: 'Timeline' }).evaluate(async (link, wait) => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      (link as HTMLElement).click();
      const end = performance.now() + 250;
      while (performance.now() < end);
      // By now the timer is due, and what the press began is still to be drawn.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }, moment);
    await expect(page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible();
    await expect(page).toHaveURL(/\/timeline/);
  }
});
