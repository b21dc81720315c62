import { expect, test } from './fixtures.ts';
import { fulfillBatch, inBatch, messages, openUnmovable, subject, whole } from './mail-list.ts';
import { comeBack, subjectOf } from './person.ts';

test('what could not be done without a connection is said to be as it was, and stays so until the person tries again', async ({
  page,
  context,
  watched,
}) => {
  watched.forgive(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  // Otherwise a failure has the few words that the first screen brings.
  const prepared = page.waitForResponse(/\/assets\/failure-in-words-[^/]*\.js$/);
  await comeBack(page, '/mail', 'Mail.Read Mail.ReadWrite');
  await whole(page);
  await prepared;
  const changes: string[] = [];
  await context.route(/\/me\/messages\/[^/]+\/move/, (route) => {
    changes.push(route.request().method());
    return route.fallback();
  });
  const first = await subjectOf(messages(page).first());
  await messages(page).first().focus();
  await context.setOffline(true);
  await page.keyboard.press('e');
  const words = page.getByText('The message is as it was');
  await expect(words).toBeVisible();
  await expect(page.getByText('Nothing is done by itself when it is back.')).toBeVisible();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await expect(subject(messages(page).first())).toHaveText(first);
  changes.length = 0;
  // Whatever would come back by itself has heard of it by then.
  await page.evaluate(() => {
    const isBack = () => setTimeout(() => (document.documentElement.dataset['back'] = ''), 100);
    addEventListener('online', isBack);
  });
  await context.setOffline(false);
  await expect(page.locator('html[data-back]')).toBeAttached();
  await expect(words).toBeVisible();
  await expect(subject(messages(page).first())).toHaveText(first);
  expect(changes).toEqual([]);
  await again.press('Enter');
  await expect(page.getByText('Message archived')).toBeVisible();
  await expect(subject(messages(page).first())).not.toHaveText(first);
});

test('what becomes of messages is said where screen readers listen already, and how far it is not at every step', async ({
  page,
  context,
  watched,
}) => {
  watched.expectRefusal(/\/move$/);
  const held: (() => void)[] = [];
  await context.route(/\/v1\.0\/\$batch/, async (route) => {
    // Photos come in batches, too.
    if (inBatch(route)[0]?.method !== 'PATCH') return route.fallback();
    await new Promise<void>((go) => held.push(go));
    return fulfillBatch(route, 200);
  });
  await openUnmovable(page, 14);
  await page.evaluate(() => {
    for (const place of document.querySelectorAll('main [role=status]'))
      place.setAttribute('data-before', '');
  });
  const place = page.locator('[role=status][data-before]');
  await page.clock.install();
  await messages(page).first().focus();
  await page.keyboard.press('e');
  await expect(place.getByText('The message is as it was')).toBeVisible();
  await expect(place.getByText('Your account may not do this')).toBeVisible();
  await place.getByRole('button', { name: 'Close' }).press('Enter');

  await page.keyboard.press('Control+a');
  await expect(place.getByText('14 selected')).toBeAttached();
  await page.keyboard.press('s');
  for (const step of ['0 of 14', '4 of 14', '8 of 14']) {
    await expect(place.getByText(`: ${step}`)).toBeVisible();
    expect(await place.ariaSnapshot()).not.toContain(' of 14');
    await expect.poll(() => held.length).toBe(1);
    held.shift()?.();
  }
  await expect(place.getByText(': 12 of 14')).toBeVisible();
  await page.clock.fastForward(10_000);
  await expect.poll(() => place.ariaSnapshot()).toContain('12 of 14');
  await expect.poll(() => held.length).toBe(1);
  held.shift()?.();
  await expect(place.getByText('14 messages flagged')).toBeVisible();
});
