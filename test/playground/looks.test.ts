import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launch, openWindow } from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

type Look = 'whetstone' | 'discord' | 'slack';
type Language = 'en' | 'ru';

/** Without what keeps a command's slash and its name on one line. */
const joined = (html: string): string =>
  html.replaceAll(/<span class=\\?"unbroken\\?">([^<]*)<\/span>/g, '$1');

describe('the whole bot, shown as another platform', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(async () => {
    await house.close();
  });

  const page = async (look: Look, language: Language = 'en', as = 'ada'): Promise<string> => {
    const cookie = `whetstone-look=${look}; whetstone-language=${language}`;
    return joined(await (await fetch(`${house.url}/?as=${as}`, { headers: { cookie } })).text());
  };

  const post = async (look: Look, path: string, body: object, language: Language = 'en') =>
    fetch(`${house.url}/api/${path}?as=ada&language=${language}&look=${look}`, {
      method: 'POST',
      headers: { origin: house.url, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'general', ...body }),
    });

  const told = async (look: Look, text: string, language?: Language): Promise<string> =>
    joined(await (await post(look, 'say', { text }, language)).text());

  it('asks its first question when a page looks at it', async () => {
    await expect.poll(async () => (await fetch(house.url)).status).toBe(200);
    const events = await fetch(`${house.url}/api/events?as=ada&channel=general&language=en`);
    await events.body?.getReader().read();
    await expect.poll(() => page('whetstone')).toContain('data-tone="question"');
    await events.body?.cancel().catch(() => undefined);
  });

  it('names commands as they are typed there', async () => {
    expect(await told('whetstone', '/help', 'ru')).toContain('<code>/quiz</code>');
    expect(await told('slack', '/whetstone', 'ru')).toContain('<code>/whetstone privacy</code>');
    expect(await told('slack', '/whetstone question mine')).toContain(
      '/whetstone question suggest',
    );
    expect(await told('discord', '/help', 'ru')).toContain('<code>/серия</code>');
    expect(await told('discord', '/question mine', 'ru')).toContain('/вопросы предложить');
  });

  it('spells commands in what was said before as they are typed where it is shown now', async () => {
    expect(await told('discord', '/question mine', 'ru')).toContain('/вопросы предложить');
    const shown = await page('whetstone', 'ru');
    expect(shown).toContain('Вы ещё не предлагали здесь вопросов: /question suggest');
    expect(shown).not.toContain('/вопросы предложить');
  });

  it('says that replies in the thread count only where they do', async () => {
    for (const look of ['whetstone', 'slack'] as const) {
      const shown = await page(look);
      expect(shown).toContain('or reply in the thread.');
      expect(shown).toContain('Answer by button, or in the thread.');
      expect(await told(look, '/whetstone help')).not.toContain('with the Answer button. The');
    }
    const shown = await page('discord');
    expect(shown).not.toContain('in the thread.');
    expect(shown).toContain('Press Answer');
    expect(await told('discord', '/help')).not.toContain('in its thread');
    const russian = await page('discord', 'ru');
    expect(russian).not.toContain('или в треде');
  });

  it('lets the others answer by the form where replies are not counted', async () => {
    // The card stands a moment before the round counts as open.
    await expect
      .poll(async () => (await post('discord', 'clock', { move: 'others' })).status)
      .toBe(204);
    expect(await page('discord')).not.toContain('I would start from');
    const sofia = await page('whetstone', 'en', 'sofia');
    const mei = await page('whetstone', 'en', 'mei');
    expect(`${sofia}${mei}`).toContain('Your answer is saved.');
    expect((await post('discord', 'clock', { move: 'others' })).status).toBe(204);
    expect(await page('whetstone', 'en', 'mei')).not.toContain('replaces the earlier one');
    expect((await post('discord', 'clock', { move: 'deadline' })).status).toBe(204);
    await expect.poll(() => page('discord')).toMatch(/Closed\. \d answers?\./);
  });

  it('takes no longer message as a rewritten one either', async () => {
    const said = await post('discord', 'say', { text: 'Short.' });
    const { message } = (await said.json()) as { message: { id: number } };
    const rewrite = async (text: string) =>
      fetch(`${house.url}/api/messages/${message.id}?as=ada&language=en&look=discord`, {
        method: 'PUT',
        headers: { origin: house.url, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
    expect((await rewrite('x'.repeat(2_001))).status).toBe(413);
    expect((await rewrite('x'.repeat(2_000))).status).toBe(204);
  });

  describe.skipIf(!hasBrowser)('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser.close());

    it('says that the others answer where nobody sees it', async () => {
      expect((await post('discord', 'clock', { move: 'next' })).status).toBe(204);
      const { page, complaints, ...window } = await openWindow(browser, house.url);
      await page
        .context()
        .addCookies([{ name: 'whetstone-look', value: 'discord', url: house.url }]);
      await page.reload();
      await page.locator(".channel [data-tone='question']").first().waitFor();
      const told = page.getByText('The others answer with the button too.');
      expect(await told.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'The others answer', exact: true }).click();
      await told.waitFor();
      expect(complaints).toEqual([]);
      await window.close();
    });

    it('writes a note as small under a heading as anywhere else', async () => {
      await told('whetstone', '/leaderboard');
      const { page, ...window } = await openWindow(browser, `${house.url}/?as=ada`);
      await page.locator('.channel h2:first-child + .note').first().waitFor();
      const sizes = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('.channel .note')].map((note) => getComputedStyle(note).fontSize)`,
      );
      expect(sizes.length).toBeGreaterThan(1);
      expect(new Set(sizes).size).toBe(1);
      await window.close();
    });

    it.each([
      ['en', 'discord', 2_000, 'Discord takes at most 2,000 characters in a message.'],
      ['ru', 'slack', 4_000, 'Slack принимает в сообщении не больше 4 000 символов.'],
    ] as const)('says in %s why the box of %s takes no more', async (...row) => {
      const [language, look, most, why] = row;
      const { page, complaints, ...window } = await openWindow(browser, house.url);
      await page.context().addCookies([
        { name: 'whetstone-look', value: look, url: house.url },
        { name: 'whetstone-language', value: language, url: house.url },
      ]);
      await page.reload();
      const note = (): Locator => page.locator('.channel .composer .limit');
      const box = page.locator('#say');
      await box.fill('x'.repeat(most - 1));
      expect(await note().innerText()).toBe('');
      await box.press('End');
      await page.keyboard.insertText('yz');
      expect((await box.inputValue()).length).toBe(most);
      expect((await note().innerText()).replaceAll('\u00a0', ' ')).toBe(why);
      await box.press('Backspace');
      expect(await note().innerText()).toBe('');
      expect(complaints).toEqual([]);
      await window.close();
    });
  });
});
