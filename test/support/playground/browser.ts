import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Debian's Chromium; where it is not installed, the tests that need it are skipped. */
export const hasBrowser = existsSync(CHROMIUM);

/** Nothing that reaches for the network by itself. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** A window, and what went wrong in it. */
export interface Window {
  readonly page: Page;
  /** Errors and warnings in the console, failed requests, and requests to anywhere else. */
  readonly complaints: readonly string[];
  /** How much of the page has moved by itself, as browsers score it (Cumulative Layout Shift). */
  layoutShift(): Promise<number>;
  close(): Promise<void>;
}

/** Opens a window of its own, with its own cookies. */
export async function openWindow(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', ...options });
  await context.addInitScript({ content: COUNT_SHIFTS });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = watch(page, url);
  await page.goto(url);
  return {
    page,
    complaints,
    layoutShift: () => page.evaluate<number>('window.layoutShift'),
    close: () => context.close(),
  };
}

/** What moves because somebody has just done something does not count. */
const COUNT_SHIFTS = `
  window.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

function watch(page: Page, url: string): string[] {
  const complaints: string[] = [];
  const own = new URL(url).origin;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

/** What axe-core finds wrong with the page as it stands, one line for each element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(source, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}
