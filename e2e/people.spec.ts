/**
 * The same screens as different people come to them: each says what there is for this person, or why there is nothing.
 * The ordinary employee is who all other tests are about.
 */
import type { Page } from '@playwright/test';
import { brokenWords } from './broken-words.ts';
import { isFineInEveryLight, isNarrowEnough } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, allow, microsoft } from './person.ts';

type Sight = string | RegExp;

interface Person {
  readonly who: string;
  /** Part of the name on Microsoft's page. */
  readonly account: string;
  /** A guest is one only where the sign-in names the tenant. */
  readonly tenant?: string;
  /** Permissions that the catalogue does not ask for, because the service would not answer. */
  readonly alsoAllows?: Readonly<Record<string, string>>;
  /** By the name of the screen in the navigation. */
  readonly sees: Readonly<Record<string, Sight>>;
  /** Refusals that are the answer here. */
  readonly refused?: RegExp;
  /** Without a licence the catalogue has nothing to ask a permission for. */
  readonly services?: 'none';
  readonly also?: (page: Page) => Promise<void>;
}

const noMailbox = 'This account has no mailbox';
const administrators = (what: string) => `${what} is for administrators`;
const organisations = (what: string) => `${what} belongs to organisations`;

const mailbox = {
  Mail: /^Inbox/,
  Contacts: /^\d+ contacts$/,
  Calendar: /^\d+.*20\d\d$/,
};
const nobodysMailbox = { Mail: noMailbox, Contacts: noMailbox, Calendar: noMailbox };
const mailboxScopes = { Mail: 'Mail.Read', Contacts: 'Contacts.Read', Calendar: 'Calendars.Read' };
const notForMe = {
  Health: administrators('Service health'),
  Activity: administrators('The activity feed'),
};

const people: readonly Person[] = [
  {
    who: 'an administrator',
    account: 'Ingrid Vestergård',
    alsoAllows: { Health: 'ServiceHealth.Read.All', Activity: 'ActivityFeed.Read' },
    refused: /manage\.office\.com/,
    sees: {
      Services: /^\d+ of 14 ready/,
      Profile: 'IT Administrator',
      ...mailbox,
      Files: / used$/,
      Health: 'Issues and history',
      Activity: /most likely for the reason above/,
    },
  },
  {
    who: 'a guest',
    account: 'Sofía Bianchi',
    tenant: '5f2c9a41-7d0b-4e36-9c58-b1e40a6f27d3',
    services: 'none',
    alsoAllows: { Mail: 'Mail.Read', Files: 'Files.Read' },
    refused: /\/v1\.0\/me\/(mailFolders|messages|drive)/,
    sees: {
      Services: /^\d+ of 14 ready/,
      Profile: 'Freight Planner',
      Mail: noMailbox,
      Contacts: 'Needs your permission: Contacts.Read',
      Calendar: 'Needs your permission: Calendars.Read',
      Files: 'This account has no OneDrive',
      ...notForMe,
    },
  },
  {
    who: 'somebody without a mailbox',
    account: 'Tomás Quiroga Lindqvist',
    alsoAllows: mailboxScopes,
    refused: /\/v1\.0\/me\/(mailFolders|messages|contacts|contactFolders|calendars)/,
    sees: {
      Services: /^\d+ of 14 ready/,
      Profile: 'Workshop Technician',
      ...nobodysMailbox,
      Files: / used$/,
      ...notForMe,
    },
  },
  {
    who: 'somebody without any licence',
    account: 'Mateus Figueiredo',
    services: 'none',
    alsoAllows: { Calendar: 'Calendars.Read', Files: 'Files.Read' },
    refused: /\/v1\.0\/me\/(calendars|drive)/,
    sees: {
      Services: /^\d+ of 14 ready/,
      Profile: 'Contractor',
      Calendar: noMailbox,
      Files: 'This account has no OneDrive',
      ...notForMe,
    },
  },
  {
    who: 'somebody with a personal account',
    account: 'Robin Castellane',
    sees: {
      Services: /^\d+ of 13 ready/,
      Profile: 'robin.castellane@outlook.example',
      ...mailbox,
      Files: / used$/,
      Health: organisations('Service health'),
      Activity: organisations('The activity feed'),
    },
    also: async (page) => {
      // How the feed can be reached is nothing to somebody who has none.
      await expect(page.getByText('Browsers cannot read this API')).toHaveCount(0);
      await open(page, 'Files');
      await page.getByRole('link', { name: 'Sites' }).click();
      await expect(page.getByText('Sites belong to organisations')).toBeVisible();
      await isFineInEveryLight(page, 'sites of a personal account');
      await open(page, 'Services');
      await expect(page.getByText('for organisations')).toHaveCount(6);
      // Nobody sells licence plans to them.
      await expect(page.getByText('EXCHANGE_S_ENTERPRISE')).toHaveCount(0);
    },
  },
];

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 860 };

for (const person of people) {
  test(`${person.who} sees a screen that makes sense in every service`, async ({
    page,
    watched,
  }) => {
    if (person.refused) watched.expectRefusal(person.refused);
    await signInAs(page, person);
    if (person.services !== 'none') await allowTogether(page);
    for (const [screen, sight] of Object.entries(person.sees)) {
      await open(page, screen);
      const scope = person.alsoAllows?.[screen];
      if (scope !== undefined) await allow(page, scope);
      const seen = page.getByRole('main').getByText(sight).filter({ visible: true }).first();
      await expect(seen, `${screen} of ${person.who}`).toBeVisible();
      await page.setViewportSize(phone);
      await expect(seen, `${screen} of ${person.who}, on a phone`).toBeVisible();
      await isNarrowEnough(page, `${screen} of ${person.who}`);
      if (screen === 'Profile')
        expect(await brokenWords(page.locator('main :is(p, dd)'))).toEqual([]);
      await page.setViewportSize(desktop);
      await expect(page).toHaveTitle(new RegExp(screen === 'Mail' ? 'Inbox|Mail' : screen));
      await expect(page.getByText('Something went wrong in this app')).toBeHidden();
    }
    await person.also?.(page);
  });
}

async function signInAs(page: Page, { account, tenant }: Person): Promise<void> {
  if (tenant !== undefined) {
    await page.route('**/config.json', async (route) => {
      const config = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...config, tenant } });
    });
  }
  await page.goto('/services');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  const others = microsoft(page).getByText(/^More people/);
  const name = microsoft(page).getByRole('button', { name: account });
  await expect(name.or(others).first()).toBeVisible();
  if (!(await name.isVisible())) await others.click();
  await name.click();
  await accept(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** One visit to Microsoft's page for everything of the catalogue that answers this person. */
async function allowTogether(page: Page): Promise<void> {
  const together = page.getByRole('button', { name: /^Allow the missing/ });
  await together.click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

async function open(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: screen, exact: true })
    .click();
}
