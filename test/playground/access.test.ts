import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityFaults,
  DESKTOP,
  hasBrowser,
  launch,
  openWindow,
  PHONE,
} from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

const WORDS = {
  en: {
    locale: 'en-GB',
    answer: 'Answer',
    composer: 'Type / for a command',
    controls: 'Controls',
    next: 'Next question',
    others: 'The others answer',
    deadline: 'Deadline now',
  },
  ru: {
    locale: 'ru-RU',
    answer: 'Ответить',
    composer: 'Наберите / для команды',
    controls: 'Управление',
    next: 'Следующий вопрос',
    others: 'Пусть ответят другие',
    deadline: 'Срок вышел',
  },
} as const;

/** More than a page of these tests has places to go to. */
const MOST_TABS = 200;

describe.skipIf(!hasBrowser)('the playground for everyone', () => {
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

  /** A closed round with its reveal, then an open one with replies, in the language of the window. */
  async function live(page: Page, language: keyof typeof WORDS): Promise<void> {
    const words = WORDS[language];
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const cards = page.locator(".channel [data-tone='question']");
    await cards.waitFor();
    await press(words.deadline);
    await cards.waitFor({ state: 'detached' });
    await press(words.next);
    await cards.waitFor();
    await press(words.others);
    await page.locator('.thread:visible [data-mark]').nth(2).waitFor();
    await page.locator('#say').fill('/leaderboard');
    await page.locator('#say').press('Enter');
    await page.locator('.channel .private').last().waitFor();
  }

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(['en', 'ru'] as const)(
      'has names, contrast and order for assistive technology, in %s',
      async (language) => {
        const words = WORDS[language];
        const { locale } = words;
        const { page, ...window } = await openWindow(browser, house.url, { colorScheme, locale });
        await live(page, language);
        expect(await accessibilityFaults(page), 'the whole page').toEqual([]);
        await page.getByRole('textbox', { name: words.composer }).pressSequentially('/');
        await page.getByRole('option').first().waitFor();
        expect(await accessibilityFaults(page), 'suggestions').toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: words.answer, exact: true }).click();
        await page.getByRole('dialog').waitFor();
        expect(await accessibilityFaults(page), 'a form').toEqual([]);
        expect(window.complaints).toEqual([]);
        await window.close();
      },
    );

    it('has them on a phone too, where everything opens over the page', async () => {
      const { page, ...window } = await openWindow(browser, house.url, {
        ...{ colorScheme, viewport: PHONE, hasTouch: true },
      });
      await page.locator('.channel .thread-link').last().waitFor();
      expect(await accessibilityFaults(page), 'the channel').toEqual([]);
      await page.getByRole('button', { name: WORDS.en.controls, exact: true }).click();
      await page.getByRole('heading', { name: 'The clock is yours' }).waitFor();
      expect(await accessibilityFaults(page), 'the controls').toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.channel .thread-link').last().click();
      await page.getByRole('heading', { name: 'Thread' }).waitFor();
      expect(await accessibilityFaults(page), 'the thread').toEqual([]);
      await page.getByRole('link', { name: 'Close the thread' }).click();
      await page.getByRole('heading', { name: 'Thread' }).waitFor({ state: 'hidden' });
      expect(window.complaints).toEqual([]);
      await window.close();
    });
  });

  it.each(['light', 'dark'] as const)(
    'keeps its contrast under the mouse, in %s',
    async (colorScheme) => {
      const { page, ...window } = await openWindow(browser, house.url, {
        ...{ colorScheme, reducedMotion: 'reduce' },
      });
      await page.locator('.channel .thread-link').last().waitFor();
      for (const name of [WORDS.en.next, WORDS.en.answer, 'Send', '/help', 'Dark']) {
        const button = page.getByRole('button', { name, exact: true });
        if ((await button.count()) > 0) await button.first().hover();
        expect(await accessibilityFaults(page), name).toEqual([]);
      }
      await window.close();
    },
  );

  it.each([
    { width: 1280, height: 800 },
    { width: 375, height: 812 },
    { width: 640, height: 400 },
  ])('covers none of its controls: $width × $height', async (viewport) => {
    const { page, ...window } = await openWindow(browser, house.url, { viewport });
    const controls = page.getByRole('button', { name: WORDS.en.controls, exact: true });
    if (await controls.isVisible()) await controls.click();
    for (const command of ['/streak', '/track', '/help']) {
      await page.getByRole('button', { name: command, exact: true }).click({ trial: true });
    }
    const covers = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.looks')).position`,
    );
    expect(covers).toBe('static');
    await window.close();
  });

  it.each([PHONE, { width: 320, height: 640 }])(
    'keeps its line as high when one begins to type: $width pixels wide',
    async (viewport) => {
      const { page, ...window } = await openWindow(browser, house.url, {
        ...{ viewport, locale: 'ru-RU' },
      });
      const height = (): Promise<number | undefined> =>
        page
          .locator('.channel .composer')
          .boundingBox()
          .then((box) => box?.height);
      const empty = await height();
      await page.locator('#say').fill('x');
      expect(await height()).toBe(empty);
      await window.close();
    },
  );

  it.each([PHONE, { width: 320, height: 640 }, { width: 768, height: 1024 }, DESKTOP])(
    'never scrolls sideways: $width pixels wide',
    async (viewport) => {
      for (const locale of ['en-GB', 'ru-RU']) {
        const { page, ...window } = await openWindow(browser, house.url, { viewport, locale });
        await page.locator('.message').first().waitFor();
        const overflow = await page.evaluate<number>(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect(overflow).toBe(0);
        await window.close();
      }
    },
  );

  it('can be used with the keyboard alone', async () => {
    const { page, ...window } = await openWindow(browser, `${house.url}/?as=sofia`);
    const keys = page.keyboard;
    const told = page.locator('.channel .private');
    await tabTo(page, 'Next question');
    await keys.press('Enter');
    await page.getByRole('button', { name: 'Answer', exact: true }).waitFor();
    await tabTo(page, 'Answer');
    await keys.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keys.type('Typed, not clicked.');
    await tabTo(page, 'Send');
    await keys.press('Enter');
    await told.getByText('Your answer is saved').waitFor();
    await expect.poll(() => focused(page)).toBe('Answer');
    await tabTo(page, 'Type / for a command');
    await keys.type('/str');
    await expect.poll(() => page.getByRole('option').count()).toBe(1);
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.press('Enter');
    await told.getByText('Your streak', { exact: true }).waitFor();
    await window.close();
  });

  it('lets the keyboard skip the controls', async () => {
    const { page, ...window } = await openWindow(browser, house.url);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the channel');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('channel');
    await window.close();
  });

  it('shows another theme at once when asked, and remembers it', async () => {
    const { page, ...window } = await openWindow(browser, house.url, { colorScheme: 'light' });
    const background = (): Promise<string> =>
      page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await background();
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background()).toBe(dark);
    await window.close();
  });
});

/** What the focus is on, by the words a person would call it. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    'document.activeElement.ariaLabel || document.activeElement.innerText',
  );
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; (await focused(page)) !== name; steps++) {
    if (steps > MOST_TABS) throw new Error(`no way to ${name} with the keyboard`);
    await page.keyboard.press('Tab');
  }
}
