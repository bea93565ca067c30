/** Takes the pictures at the top of the README: `node scripts/screenshot-playground.ts` */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Locator, Page } from 'playwright-core';
import { startApp } from '../src/app/start-app.ts';
import { readConfig } from '../src/config.ts';
import { launch, openWindow } from '../test/support/playground/browser.ts';

const PICTURES = join(import.meta.dirname, '../docs/pictures');

const WINDOW = { viewport: { width: 1360, height: 1090 }, deviceScaleFactor: 1.5 };

/** Rounds played before the picture is taken, so that there are streaks to show. */
const ROUNDS = 4;

/** The deck has no more questions, and many of them have a formula. */
const MOST_ROUNDS = 50;

async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'whetstone-picture-'));
  const settings = { WHETSTONE_HOME: home, PLAYGROUND: 'on', PORT: '0' };
  const app = await startApp(readConfig(settings), pino({ level: 'warn' }));
  const { url = '' } = app;
  const browser = await launch();
  try {
    const thread = await play(browser, url);
    await takePicture(browser, `${url}/#${thread}`, 'light');
    await takePicture(browser, `${url}/#${thread}`, 'dark');
  } finally {
    await browser.close();
    await app.stop();
    await rm(home, { recursive: true, force: true });
  }
}

/** Plays until an answer with a formula is revealed, and asks one more; tells the formula's thread. */
async function play(browser: Browser, url: string): Promise<string> {
  const { page, ...window } = await openWindow(browser, url);
  await openThread(page).getByText('Nobody has written here yet.').waitFor();
  for (let round = 1; round < MOST_ROUNDS; round++) {
    await playRound(page, round);
    const thread = openThread(page);
    const hasFormula = (await thread.locator('.body img').count()) > 0;
    const id = (await thread.getAttribute('id')) ?? '';
    if (hasFormula && round >= ROUNDS) await write(page.locator('#say'), '/leaderboard');
    await press(page, 'Next question');
    await openThread(page).getByText('Nobody has written here yet.').waitFor();
    if (!hasFormula || round < ROUNDS) continue;
    await window.close();
    return id;
  }
  throw new Error('no question of the deck has a formula');
}

async function playRound(page: Page, round: number): Promise<void> {
  const marks = openThread(page).locator('[data-mark]');
  await press(page, 'The others answer');
  await marks.nth(2).waitFor();
  const others = await marks.count();
  await write(openThread(page).getByRole('textbox'), 'First what it is for, then what it costs.');
  await marks.nth(others).waitFor();
  await press(page, 'Deadline now');
  await page.getByText(`Answer to question ${round}`, { exact: true }).waitFor();
}

async function takePicture(browser: Browser, url: string, theme: 'light' | 'dark'): Promise<void> {
  const { page, ...window } = await openWindow(browser, url, { ...WINDOW, colorScheme: theme });
  // Cards that are half out of the picture tell nobody anything; the thread starts at its reveal.
  await page.evaluate(
    `document.querySelector('.channel .private').scrollIntoView({ block: 'start' })`,
  );
  await page.waitForLoadState('networkidle');
  const name = theme === 'light' ? 'playground.png' : 'playground-dark.png';
  await page.screenshot({ path: join(PICTURES, name) });
  await window.close();
}

const openThread = (page: Page): Locator => page.locator('.thread:visible');

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function write(line: Locator, text: string): Promise<void> {
  await line.fill(text);
  await line.press('Enter');
}

await main();
