import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launch, openWindow, type Window } from '../support/playground/browser.ts';
import { type House, openHouse } from '../support/playground/house.ts';

/** The first question has to be there this soon after the page is opened. */
const PATIENCE_MS = 5_000;

/**
 * Below this score nobody notices that something moved; what counts as good ends at 0.1. A question that
 * closes loses two lines in its place, and on a busy machine that comes too late to be put down to the
 * click.
 */
const STILL = 0.05;

/** Enough that one of the questions has a formula, whatever their order: the deck has fifty. */
const MOST_ROUNDS = 50;

describe.skipIf(!hasBrowser)('a visit to the playground', () => {
  let house: House;
  let browser: Browser;
  let ada: Window;

  beforeAll(async () => {
    browser = await launch();
    house = await openHouse();
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const button = (name: string): Locator => ada.page.getByRole('button', { name, exact: true });
  const channel = (): Locator => ada.page.getByRole('main');
  const thread = (): Locator => ada.page.locator('.thread:visible');
  const newest = (): Locator => channel().locator('.messages > li').last();

  async function type(line: string): Promise<void> {
    const composer = ada.page.getByRole('textbox', { name: 'Type / for a command' });
    await composer.fill(line);
    await composer.press('Enter');
  }

  /** The page comes anew in the chosen language. */
  async function choose(language: string): Promise<void> {
    const anew = ada.page.waitForEvent('domcontentloaded');
    await button(language).click();
    await anew;
  }

  it('begins with the first question', async () => {
    ada = await openWindow(browser, house.url);
    await ada.page.getByText('Question 1', { exact: true }).waitFor({ timeout: PATIENCE_MS });
    await ada.page.getByText('Nobody has written here yet.').waitFor();
    expect(await channel().innerText()).toMatch(/Answers close/);
  });

  it('takes an answer by form, and tells nobody else', async () => {
    await button('Answer').click();
    const form = ada.page.getByRole('dialog', { name: 'Your answer' });
    await form.getByRole('textbox', { name: 'Answer' }).fill('Scores become weights.');
    await form.getByRole('button', { name: 'Send' }).click();
    await channel().getByText('Your answer is saved.').waitFor();
    expect(await newest().innerText()).toContain('Only you can see this');
    expect(await newest().innerText()).toContain('Your streak: 1 round.');
    await form.waitFor({ state: 'detached' });
    expect(await ada.layoutShift()).toBeLessThan(STILL);
  });

  it('takes a reply in the thread from somebody else, whom both windows see', async () => {
    const timur = await openWindow(browser, `${house.url}/?as=timur`);
    const composer = timur.page.getByRole('textbox', { name: 'Answer in the thread' });
    await composer.fill('A weighted sum of <b>values</b>.');
    await composer.press('Enter');
    for (const { page } of [timur, ada]) {
      await page.locator('.thread:visible').getByText('Counted in time').waitFor();
      await page.getByText('A weighted sum of <b>values</b>.').waitFor();
    }
    expect(await timur.page.getByText('Your answer is saved.').count()).toBe(0);
    expect(timur.complaints).toEqual([]);
    await timur.close();
  });

  it('reveals the answer at the deadline, private answers among it', async () => {
    await button('Deadline now').click();
    await thread().getByText('Answer to question 1').waitFor();
    await thread().getByText('Scores become weights.').waitFor();
    await channel().getByText('Closed. 2 answers.').waitFor();
    await expect.poll(() => button('Deadline now').isDisabled()).toBe(true);
  });

  it('goes on for a week in a minute, and shows formulas as pictures with words', async () => {
    const formula = thread().locator('.body img');
    for (let round = 2; round < MOST_ROUNDS; round++) {
      await button('Next question').click();
      await channel().getByText(`Question ${round}`, { exact: true }).waitFor();
      await thread().getByText('Nobody has written here yet.').waitFor();
      await button('The others answer').click();
      await thread().getByText('Counted in time').nth(2).waitFor();
      await button('Deadline now').click();
      await thread().getByText(`Answer to question ${round}`).waitFor();
      if (round >= 4 && (await formula.count()) > 0) break;
    }
    expect(await formula.first().getAttribute('alt')).toMatch(/\S/);
    await expect
      .poll(() => formula.first().evaluate((image) => Reflect.get(image, 'naturalWidth') as number))
      .toBeGreaterThan(100);
    expect(await ada.layoutShift()).toBeLessThan(STILL);
  }, 120_000);

  it('shows the streak and the leaderboard', async () => {
    await type('/leaderboard');
    await newest().getByText('One point for each round').waitFor();
    expect(await newest().innerText()).toMatch(/1\. \S+ — \d+ points, streak \d+/);
    await type('/streak member:Mei');
    await newest().getByText('🟩').first().waitFor();
    expect(await newest().innerText()).toContain('Mei');
  });

  it('completes a quiz as one types, and asks it for this visitor alone', async () => {
    const composer = ada.page.getByRole('textbox', { name: 'Type / for a command' });
    await composer.pressSequentially('/qu');
    await ada.page.getByRole('option', { name: '/quiz' }).waitFor();
    await composer.press('Tab');
    await ada.page.getByRole('option', { name: 'difficulty' }).click();
    await ada.page.getByRole('option', { name: 'easy' }).click();
    expect(await composer.inputValue()).toBe('/quiz difficulty:easy ');
    await composer.press('Enter');
    const quiz = newest();
    await quiz.getByRole('button', { name: 'Show the answer' }).click();
    await newest().getByText('A good answer says').waitFor();
    expect(await newest().innerText()).toContain('Only you can see this');
    await newest().getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => newest().innerText()).not.toContain('A good answer says');
  });

  it('speaks Russian when asked to, the next question too', async () => {
    await choose('Русский');
    await button('Следующий вопрос').click();
    await channel()
      .getByText(/^Вопрос \d+$/)
      .waitFor();
    await channel().getByRole('button', { name: 'Ответить' }).waitFor();
    expect(await ada.page.locator('html').getAttribute('lang')).toBe('ru');
    await choose('English');
    await button('Next question').waitFor();
  });

  it('keeps everything over a reload and a restart', async () => {
    const before = await channel().innerText();
    await ada.page.reload();
    expect(await channel().innerText()).toBe(before);
    await house.leave();
    await ada.page.getByText('The connection is gone.').waitFor();
    await house.comeBack();
    await ada.page.getByText('The connection is gone.').waitFor({ state: 'hidden' });
    expect(await channel().innerText()).toBe(before);
    await ada.page.reload();
    expect(await channel().innerText()).toBe(before);
    await channel()
      .getByRole('button', { name: /^Report/ })
      .last()
      .waitFor();
  });

  it('moved nothing under the visitor’s eyes, and gave the bot no trouble', async () => {
    expect(await ada.layoutShift()).toBeLessThan(STILL);
    expect(house.troubles).toEqual([]);
    // A page that asks while the bot stops or starts is refused, or told 503.
    const lost = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|\b503\b/;
    expect(ada.complaints.filter((complaint) => !lost.test(complaint))).toEqual([]);
  });
});
