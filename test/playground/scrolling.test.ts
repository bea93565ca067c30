import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launch, openWindow } from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

/** Lower than most messages together, so that lists have to scroll. */
const LOW = { width: 1280, height: 520 };

describe.skipIf(!hasBrowser)('what is new in a list', () => {
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
    page.getByRole('button', { name, exact: true }).last().click();
  const newest = (page: Page): Locator => page.locator('.channel .messages > li').last();
  const told = (page: Page): Locator => page.locator('.channel [data-news]');

  async function tell(page: Page, command: string): Promise<void> {
    const before = await page.locator('.channel .private').count();
    await page.locator('#say').fill(command);
    await page.keyboard.press('Escape');
    await page.locator('#say').focus();
    await page.locator('#say').press('Enter');
    await page.locator('.channel .private').nth(before).waitFor();
    // The answer itself may come after the event, and brings its message into view once more.
    await page.locator('form:has(#say) [aria-busy]').waitFor({ state: 'detached' });
  }

  /** Whether its beginning stands within its list. */
  const begins = (what: Locator): Promise<boolean> =>
    what.evaluate((element: Boxed) => {
      const list = element.closest('.scroll')?.getBoundingClientRect();
      const { top } = element.getBoundingClientRect();
      return list !== undefined && top >= list.top && top <= list.bottom - 20;
    });

  const offset = (page: Page): Promise<number> =>
    page.evaluate<number>(`document.querySelector(".channel li").getBoundingClientRect().top`);

  it('begins in view, whatever was pressed before', async () => {
    const { page, ...window } = await openWindow(browser, house.url, { viewport: LOW });
    await page.locator(".channel [data-tone='question']").waitFor();
    await tell(page, '/quiz');
    await press(page, 'Show the answer');
    await newest(page)
      .getByRole('button', { name: 'Show the answer' })
      .waitFor({ state: 'hidden' });
    await expect.poll(() => begins(newest(page).getByRole('article'))).toBe(true);
    await tell(page, '/streak');
    await expect.poll(() => begins(newest(page))).toBe(true);
    await press(page, 'Deadline now');
    await expect.poll(() => begins(page.getByText('Answer to question 1'))).toBe(true);
    await press(page, 'Next question');
    await newest(page).locator("[data-tone='question']").waitFor();
    await expect.poll(() => begins(newest(page))).toBe(true);
    expect(await told(page).isVisible()).toBe(false);
    await window.close();
  });

  it('leaves a reader who scrolled up where they are, and tells them', async () => {
    const { page, ...window } = await openWindow(browser, house.url, { viewport: LOW });
    await tell(page, '/help');
    await page.evaluate(`document.querySelector('.channel .scroll').scrollTop = -100000`);
    const before = await offset(page);
    await post('clock?as=timur', { move: 'next' });
    await told(page).waitFor();
    expect(Math.abs((await offset(page)) - before)).toBeLessThan(2);
    await told(page).click();
    await expect.poll(() => begins(newest(page))).toBe(true);
    expect(await told(page).isVisible()).toBe(false);
    await window.close();
  });

  it('is no longer told of once the reader has come to it', async () => {
    const { page, ...window } = await openWindow(browser, house.url, { viewport: LOW });
    await page.evaluate(`document.querySelector('.channel .scroll').scrollTop = -100000`);
    await post('clock?as=timur', { move: 'next' });
    await told(page).waitFor();
    await page.evaluate(`document.querySelector('.channel .scroll').scrollTop = 0`);
    await told(page).waitFor({ state: 'hidden' });
    await window.close();
  });

  it('lets the keyboard past every message to the message boxes, and back with Escape', async () => {
    const { page, ...window } = await openWindow(browser, house.url);
    const focus = (): Promise<string> => page.evaluate<string>('document.activeElement.id');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focus()).toBe('say');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.className')).toBe('scroll');
    await newest(page).getByRole('button').first().focus();
    await page.locator('#say').focus();
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BUTTON');
    await window.close();
  });

  it('names equal buttons apart', async () => {
    const { page, ...window } = await openWindow(browser, house.url);
    for (const command of ['/streak', '/streak', '/help']) await tell(page, command);
    const names = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.messages :is(button, a.thread-link)')]
        .filter((each) => each.closest('.channel'))
        .map((each) => each.ariaLabel || each.textContent)`,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('Dismiss: ')).length).toBeGreaterThan(1);
    expect(names).toContain('Dismiss: Whetstone');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  const post = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${house.url}/api/${path}`, {
      method: 'POST',
      headers: { origin: house.url, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'general', ...body }),
    });
    expect(response.ok).toBe(true);
  };
});

/** What these tests ask of an element of the page. */
interface Boxed {
  closest(selector: string): Boxed | null;
  getBoundingClientRect(): { top: number; bottom: number };
}
