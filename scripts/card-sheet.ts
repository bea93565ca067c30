/**
 * Draws every card that people see as each platform shows it, in both languages, for a person to look at:
 * `node scripts/card-sheet.ts FOLDER` for all of them, `node scripts/card-sheet.ts FOLDER quiz` for one feature's.
 */
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import type { LookName } from '../src/chat/look.ts';
import type { Message } from '../src/chat/message.ts';
import { type Language, LANGUAGES } from '../src/domain/language.ts';
import { discordLook } from '../src/platforms/discord/look.ts';
import { encodeBody, storeCard } from '../src/platforms/playground/body.ts';
import type { PlaygroundStore, StoredMessage } from '../src/platforms/playground/store.ts';
import { renderPage } from '../src/platforms/playground/view/page.ts';
import { slackLook } from '../src/platforms/slack/look.ts';
import { files, kitAssets } from '../src/web/kit/assets.ts';
import type { Gallery } from '../test/features/gallery.ts';
import { launch } from '../test/support/playground/browser.ts';

const LOOKS = { playground: undefined, discord: discordLook, slack: slackLook };
const NOW = new Date('2026-11-23T12:00:00Z');
const ANN = { id: 'ann', name: 'Ann', manages: true };
const CHANNEL = { id: 'cards', name: 'cards', botMayPost: true };

type SheetLook = keyof typeof LOOKS;

async function main(folder: string, wanted: string | undefined): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await launch();
  try {
    for (const language of LANGUAGES) {
      const cards = await cardsOf(language, wanted);
      for (const look of Object.keys(LOOKS) as SheetLook[]) {
        const target = join(folder, `${wanted ?? 'cards'}-${look}-${language}.png`);
        await draw(browser, await pageOf(cards, { look, language }), target);
        process.stdout.write(`${cards.length} cards on ${target}\n`);
      }
    }
  } finally {
    await browser.close();
  }
}

interface FeatureGallery {
  readonly gallery: (language: Language) => Gallery;
}

/** Of all features, or of the one whose folder is named. */
async function cardsOf(
  language: Language,
  feature: string | undefined,
): Promise<readonly Message[]> {
  const from = feature === undefined ? '../test/features' : `../test/features/${feature}`;
  const { gallery } = (await import(`${from}/gallery.ts`)) as FeatureGallery;
  return Object.values(gallery(language)).flat();
}

interface SheetFacts {
  readonly look: SheetLook;
  readonly language: Language;
}

/** The playground's own page, with the cards as messages of its channel. */
async function pageOf(cards: readonly Message[], { look, language }: SheetFacts): Promise<string> {
  const messages: StoredMessage[] = [];
  for (const [index, card] of cards.entries()) {
    const body = encodeBody(await storeCard(NO_STORE, card));
    messages.push({
      ...{ id: index + 1, channel: CHANNEL.id, thread: null, author: null, seenBy: null, body },
      ...{ writtenAt: NOW, editedAt: null, marks: [], hasThread: false, replies: 0 },
      isRevealed: false,
    });
  }
  const played = LOOKS[look];
  return renderPage({
    ...{ member: ANN, members: [ANN], channel: CHANNEL, messages, newest: 0, commands: [] },
    reading: { language, timezone: 'UTC', now: NOW },
    theme: 'light',
    ...(played && { look: played, lookName: look as LookName }),
  });
}

/** Pictures in the gallery are made up, so they are kept nowhere and show their words. */
const NO_STORE = {
  savePicture: () => Promise.resolve(),
} as Partial<PlaygroundStore> as PlaygroundStore;

/** As tall as all of the cards: a person is to see them at once. */
const UNROLLED = `
  body { display: block !important; height: auto !important; overflow: visible !important }
  .top, .panel, .threads, .composer, .banners, dialog, .news, .skip { display: none !important }
  .channel, .scroll { display: block !important; height: auto !important; overflow: visible !important }
  .messages { display: block !important; columns: 3; max-width: none !important }
  .messages > li { break-inside: avoid }
`;

async function draw(browser: Browser, html: string, target: string): Promise<void> {
  const app = new Hono();
  app.get('/', (c) => c.html(html.replace('</head>', `<style>${UNROLLED}</style></head>`)));
  app.route('/', kitAssets());
  app.route('/', files('/page', join(import.meta.dirname, '../src/platforms/playground/page')));
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  const context = await browser.newContext({
    viewport: { width: 1500, height: 600 },
    javaScriptEnabled: false,
  });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.screenshot({ path: target, fullPage: true });
  } finally {
    await context.close();
    server.close();
  }
}

const { positionals } = parseArgs({ allowPositionals: true });
const [folder, feature] = positionals;
if (folder === undefined) throw new Error('usage: node scripts/card-sheet.ts FOLDER [FEATURE]');
await main(folder, feature);
