import { expect, test } from './fixtures.ts';
import { messages, subject, whole } from './mail-list.ts';
import { comeBack, subjectOf } from './person.ts';

test('what could not be done without a connection is said to be as it was, and stays so until the person tries again', async ({
  page,
  context,
  watched,
}) => {
  watched.forgive(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  await comeBack(page, '/mail', 'Mail.Read Mail.ReadWrite');
  await whole(page);
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
