import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser, launch, openWindow, type Window } from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

describe.skipIf(!hasBrowser)('the focus of the keyboard', () => {
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

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true }).last();
  const newest = (): Locator => page.locator('.channel .messages > li').last();
  const focusIsOn = (what: Locator): Promise<void> =>
    expect.poll(() => what.and(page.locator(':focus')).count()).toBe(1);

  async function enter(control: Locator): Promise<void> {
    await control.focus();
    await page.keyboard.press('Enter');
  }

  async function type(line: string): Promise<void> {
    await page.locator('#say').fill(line);
    await page.keyboard.press('Escape');
    await page.locator('#say').press('Enter');
  }

  /** Writes in the open thread, and waits until it counts. */
  async function answer(text: string): Promise<Locator> {
    await page.locator('.thread:visible').getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
    const reply = page.locator('.thread:visible .messages > li').filter({ hasText: text });
    await reply.getByText('Counted in time').waitFor();
    return reply;
  }

  it('stays on Edit when a message is edited', async () => {
    const reply = await answer('Half right.');
    await enter(reply.getByRole('button', { name: 'Edit' }));
    await page.getByRole('dialog').getByRole('textbox', { name: 'Message' }).fill('All right.');
    await enter(button('Save'));
    const edited = page.locator('.thread:visible li').filter({ hasText: 'All right.' });
    await edited.getByText('edited', { exact: true }).waitFor();
    await focusIsOn(edited.getByRole('button', { name: 'Edit' }));
  });

  it('says what is wrong with an edit that leaves nothing', async () => {
    const reply = await answer('Not for long.');
    await reply.getByRole('button', { name: 'Edit' }).click();
    const text = page.getByRole('dialog').getByRole('textbox');
    await text.fill('  ');
    await button('Save').click();
    expect(await text.evaluate((area) => Reflect.get(area, 'validationMessage') as string)).toBe(
      'Write something, or delete the message.',
    );
    await text.fill('For long.');
    await button('Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('goes to a neighbour when its message is taken away', async () => {
    const first = await answer('To be kept.');
    const second = await answer('To be deleted.');
    await enter(second.getByRole('button', { name: /^Delete/ }));
    await focusIsOn(first.getByRole('article'));
    await type('/streak');
    await newest().getByText('Your streak', { exact: true }).waitFor();
    await type('/help');
    await newest().getByText('Commands', { exact: true }).waitFor();
    await enter(newest().getByRole('button', { name: 'Dismiss' }));
    await focusIsOn(newest().getByRole('article'));
  });

  it('goes on to the next button when the one that was pressed can be pressed no longer', async () => {
    await answer('For the leaderboard.');
    await type('/leaderboard');
    await newest().getByRole('button', { name: 'Month', exact: true }).waitFor();
    await enter(newest().getByRole('button', { name: 'Month', exact: true }));
    await expect
      .poll(() => newest().getByRole('button', { name: 'Month', exact: true }).isDisabled())
      .toBe(true);
    await focusIsOn(newest().getByRole('button', { name: 'All time', exact: true }));
    await enter(button('Deadline now'));
    await expect.poll(() => button('Deadline now').isDisabled()).toBe(true);
    await focusIsOn(button('Next question'));
    await page.keyboard.press('Enter');
    await button('Answer').waitFor();
  });

  it('comes back from a form to its card, whatever has happened to the card meanwhile', async () => {
    const card = page.locator(".channel [data-tone='question']");
    await enter(button('Answer'));
    await page.getByRole('dialog').waitFor();
    await answerOf('timur');
    await card.getByRole('link', { name: /message/ }).waitFor();
    await page.keyboard.press('Escape');
    await focusIsOn(button('Answer'));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await move('deadline');
    await card.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.innerText'))
      .toContain('Closed. 1 answer.');
    await move('next');
    await card.waitFor();
  });

  it('lets assistive technology read out only what is new of a card', async () => {
    await page.evaluate(`
      window.added = '';
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) window.added += node.textContent + '\\n';
      }).observe(document.querySelector('.channel .scroll'), { childList: true, subtree: true });
    `);
    const question = await page
      .locator(".channel [data-tone='question'] strong")
      .first()
      .innerText();
    await answer('Mine.');
    await page
      .locator('.channel')
      .getByRole('link', { name: /message/ })
      .last()
      .waitFor();
    expect(await page.evaluate<string>('window.added')).not.toContain(question);
  });

  const post = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${house.url}/api/${path}`, {
      method: 'POST',
      headers: { origin: house.url, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'general', ...body }),
    });
    expect(response.ok).toBe(true);
  };
  const move = (to: string): Promise<void> => post('clock?as=timur', { move: to });
  const answerOf = async (member: string): Promise<void> => {
    const thread = await page.locator('.thread:visible').getAttribute('data-root');
    await post(`say?as=${member}`, { thread: Number(thread), text: 'An answer.' });
  };
});
