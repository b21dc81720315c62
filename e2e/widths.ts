/** The two widths in which whatever a person can do is tried, within one sign-in where that is enough. */
import type { Page } from '@playwright/test';

export const desk = { name: 'at a desk', size: { width: 1280, height: 860 }, isPhone: false };
export const phone = { name: 'on a phone', size: { width: 390, height: 844 }, isPhone: true };
export const widths = [desk, phone];

export async function toPhone(page: Page, colorScheme: 'light' | 'dark' = 'dark'): Promise<void> {
  await page.setViewportSize(phone.size);
  await page.emulateMedia({ colorScheme });
}

export async function toDesk(page: Page): Promise<void> {
  await page.setViewportSize(desk.size);
  await page.emulateMedia({ colorScheme: 'light' });
}
