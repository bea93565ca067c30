import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launch, openWindow } from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

describe.skipIf(!hasBrowser)('a page in trouble', () => {
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

  it('keeps quiet, and what is typed, until its scripts are there', async () => {
    const { page, ...window } = await openWindow(browser, house.url);
    await page.locator(".channel [data-tone='question']").waitFor();
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/page/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await page.locator('#say').fill('/help');
    const send = page.getByRole('main').getByRole('button', { name: 'Send' });
    await send.click();
    expect(await page.locator('#say').inputValue()).toBe('/help');
    letThrough();
    await page.waitForLoadState('load');
    await send.click();
    await page.locator('.channel .private').getByText('Commands', { exact: true }).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('says all that is wrong side by side, and takes it back when the bot is there again', async () => {
    const { page, ...window } = await openWindow(browser, house.url);
    const gone = page.getByText('The connection is gone.');
    const failed = page.getByText('That did not go through.');
    await page.locator(".channel [data-tone='question']").waitFor();
    await house.leave();
    await gone.waitFor();
    await page.locator('#say').fill('/streak');
    await page.locator('#say').press('Enter');
    await failed.waitFor();
    const [one, other] = [await gone.boundingBox(), await failed.boundingBox()];
    expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThanOrEqual(one?.height ?? 0);
    await house.comeBack();
    await gone.waitFor({ state: 'hidden' });
    await failed.waitFor({ state: 'hidden' });
    expect(await page.locator('#say').inputValue()).toBe('/streak');
    await window.close();
  });
});
