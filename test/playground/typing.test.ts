import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser, launch, openWindow, type Window } from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

describe.skipIf(!hasBrowser)('what a visitor has typed', () => {
  let house: House;
  let browser: Browser;
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
    house = await openHouse();
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  beforeEach(async () => {
    window = await openWindow(browser, house.url);
    page = window.page;
    await page.locator(".channel [data-tone='question']").waitFor();
  });

  afterEach(() => window.close());

  const thread = (): Locator => page.locator('.thread:visible');
  const line = (): Locator => thread().getByRole('textbox');
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true }).last();
  const typed = (text: string): Locator => thread().locator('.body').getByText(text);

  it('is sent line by line in its order, however slow the server is', async () => {
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/api/say*', async (route) => {
      await held;
      await route.continue();
    });
    for (const text of ['First thought.', 'Second thought.', 'Third thought.']) {
      await line().fill(text);
      await line().press('Enter');
    }
    expect(await line().inputValue()).toBe('');
    letThrough();
    await typed('Third thought.').waitFor();
    expect((await thread().locator('.body').allInnerTexts()).slice(-3)).toEqual([
      'First thought.',
      'Second thought.',
      'Third thought.',
    ]);
  });

  it('comes back to its line where the server did not take it, before what was typed since', async () => {
    let refuse = (): void => undefined;
    const held = new Promise<void>((resolve) => (refuse = resolve));
    await page.route('**/api/say*', async (route) => {
      await held;
      await route.abort();
    });
    for (const text of ['One.', 'Two.']) {
      await line().fill(text);
      await line().press('Enter');
    }
    await line().fill('Half a th');
    refuse();
    await expect.poll(() => line().inputValue()).toBe('One.\nTwo.\nHalf a th');
    await page.getByText('That did not go through.').waitFor();
    await page.unroute('**/api/say*');
    await line().fill('');
  });

  it('waits in its line while one is somebody else, or reads another language', async () => {
    await line().fill('Half an answer');
    await page.locator('#say').fill('/str');
    await page.getByRole('link', { name: 'Mei' }).click();
    await page.waitForURL('**/?as=mei*');
    expect(await line().inputValue()).toBe('');
    await line().fill('What Mei would say');
    await button('Русский').click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ru');
    await expect.poll(() => line().inputValue()).toBe('What Mei would say');
    await page.getByRole('link', { name: 'Ada' }).click();
    await page.waitForURL('**/?as=ada*');
    await expect.poll(() => line().inputValue()).toBe('Half an answer');
    expect(await page.locator('#say').inputValue()).toBe('/str');
  });

  it('is still in a form that was left with Escape, but not in one that was cancelled', async () => {
    await page.goto(`${house.url}/?as=sofia`);
    const field = page.getByRole('dialog').getByRole('textbox').first();
    const leave = async (how: () => Promise<void>): Promise<void> => {
      await how();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await button('Answer').click();
    };
    await button('Answer').click();
    await field.fill('A long answer');
    await leave(() => page.keyboard.press('Escape'));
    expect(await field.inputValue()).toBe('A long answer');
    await leave(() => button('Cancel').click());
    expect(await field.inputValue()).toBe('');
    await field.fill('The answer');
    await leave(() => button('Send').click());
    expect(await field.inputValue()).toBe('The answer');
  });
});
