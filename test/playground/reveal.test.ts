import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, hasBrowser, launch, openWindow, PHONE } from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

describe.skipIf(!hasBrowser)('a reveal', () => {
  let house: House;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
    house = await openHouse();
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();

  /** Whether all of it can be seen: neither cut off by a list's edge nor covered. */
  const isInSight = (what: Locator): Promise<boolean> =>
    what.evaluate((element: SeenElement) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const at = (part: number) => {
        const hit = element.ownerDocument.elementFromPoint(x + width / 2, y + height * part);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      };
      return height > 0 && at(0.05) && at(0.95);
    });

  it('is one tap away on a phone, and is read from its beginning', async () => {
    const { page, ...window } = await openWindow(browser, house.url, {
      ...{ viewport: PHONE, hasTouch: true },
    });
    await page.locator('.channel .thread-link').waitFor();
    for (let times = 0; times < 3; times++) await tell(page, '/leaderboard', times);
    await press(page, 'Controls');
    await press(page, 'Deadline now');
    const answer = page.getByRole('link', { name: /^See the answer · \d message/ });
    await answer.waitFor();
    await expect.poll(() => isInSight(answer)).toBe(true);
    await answer.click();
    await expect.poll(() => isInSight(page.getByText('Answer to question 1'))).toBe(true);
    await window.close();
  });

  it('is read from its beginning where its thread stands beside the channel, too', async () => {
    const { page, ...window } = await openWindow(browser, house.url, {
      viewport: { ...DESKTOP, height: 560 },
    });
    const heading = page.getByText('Answer to question 1');
    await expect.poll(() => isInSight(heading)).toBe(true);
    await press(page, 'Next question');
    await page.locator('.thread:visible').getByText('Nobody has written here yet.').waitFor();
    await page.getByRole('link', { name: /^See the answer/ }).click();
    await expect.poll(() => isInSight(heading)).toBe(true);
    await press(page, 'Русский');
    await page.waitForFunction(`document.documentElement.lang === 'ru'`);
    await expect.poll(() => isInSight(heading)).toBe(true);
    await window.close();
  });

  async function tell(page: Page, command: string, before: number): Promise<void> {
    await page.locator('#say').fill(command);
    await page.keyboard.press('Escape');
    await page.locator('#say').press('Enter');
    await page.locator('.channel .private').nth(before).waitFor();
  }
});

/** What these tests ask of an element of the page. */
interface SeenElement {
  readonly ownerDocument: { elementFromPoint(x: number, y: number): SeenElement | null };
  contains(other: SeenElement): boolean;
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
}
