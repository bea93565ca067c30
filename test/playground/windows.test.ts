import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launch, openWindow } from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

/** More than a browser opens connections to one host. */
const MANY = 8;

describe.skipIf(!hasBrowser)('several windows of one browser', () => {
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

  async function openTab(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(house.url);
    await page.locator(".channel [data-tone='question']").waitFor();
    return page;
  }

  it('all work, however many there are: those out of sight need nothing, and catch up', async () => {
    const { page, ...window } = await openWindow(browser, house.url);
    await page.locator(".channel [data-tone='question']").waitFor();
    await show(page, false);
    for (let tab = 1; tab < MANY; tab++) await show(await openTab(page.context()), false);
    const seen = await openTab(page.context());
    await seen.locator('.thread:visible').getByRole('textbox').fill('The eighth of us.');
    await seen.keyboard.press('Enter');
    await seen.getByText('Counted in time').waitFor();
    expect(await page.getByText('The eighth of us.').count()).toBe(0);
    await show(page, true);
    await page.getByText('The eighth of us.').waitFor();
    expect(await page.getByText('The connection is gone.').isVisible()).toBe(false);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('are answered each in the language it shows', async () => {
    const { page, ...window } = await openWindow(browser, house.url);
    const other = await openTab(page.context());
    await page.getByRole('button', { name: 'Русский' }).click();
    await page
      .getByRole('button', { name: 'Ответить' })
      .or(page.getByText('Часы'))
      .first()
      .waitFor();
    await other.locator('#say').fill('/streak');
    await other.locator('#say').press('Enter');
    await other.getByText('Your streak', { exact: true }).waitFor();
    await window.close();
  });
});

/** As if another tab were chosen, or this one again; the browser of the tests has no window to hide. */
async function show(page: Page, visible: boolean): Promise<void> {
  const state = visible ? 'visible' : 'hidden';
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}
