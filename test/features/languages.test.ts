import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/chat/message.ts';
import { plainText } from '../../src/chat/plain.ts';
import { FEATURES } from '../../src/features/index.ts';
import { createRegistry } from '../../src/app/requests/registry.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { gallery } from './gallery.ts';

const CARDS = join(import.meta.dirname, '../../src/cards');

describe('the gallery', () => {
  it('holds every card there is', async () => {
    const files = await readdir(CARDS);
    const modules = await Promise.all(
      files.map(async (file) => (await import(join(CARDS, file))) as object),
    );
    const made = modules.flatMap((module) => Object.keys(module).filter(isCard));
    expect(Object.keys(gallery('en')).sort()).toEqual(made.sort());
  });
});

describe.each(LANGUAGES)('cards in %s', (language) => {
  it.each(Object.entries(gallery(language)))('speak no other language: %s', (_name, cards) => {
    expect(cards.flatMap((card) => foreignWords(allWords(card), language))).toEqual([]);
  });

  it.each(Object.entries(gallery(language)))('leave nothing out: %s', (_name, cards) => {
    for (const card of cards)
      expect(allWords(card)).not.toMatch(/undefined|null|NaN|\[object|\?\?/);
  });
});

/** `/track add`, but not the middle of an address or of a choice of two. */
const COMMAND = /(?<![\p{L}\p{N}/])\/(?<name>\p{L}+)(?: (?<sub>\p{L}+))?/gu;
/** Slack's own. */
const NOT_OURS = ['invite'];

describe.each(LANGUAGES)('commands that cards in %s tell of', (language) => {
  const { definitions } = createRegistry(FEATURES);
  const known = new Map(
    definitions.map(({ names, subcommands = [] }) => [names[language], subcommands]),
  );

  it.each(Object.entries(gallery(language)))('are those that Discord shows: %s', (_name, cards) => {
    const told = cards.flatMap((card) => [...allWords(card).matchAll(COMMAND)]);
    for (const { name = '', sub } of told.map(({ groups }) => groups ?? {})) {
      if (NOT_OURS.includes(name)) continue;
      expect(known.keys()).toContain(name);
      const after = known.get(name)?.map(({ names }) => names[language]) ?? [];
      // What follows a command without subcommands is the sentence.
      if (sub !== undefined && after.length > 0) expect(after).toContain(sub);
    }
  });
});

const isCard = (name: string): boolean => /(?:Card|Page)$/.test(name);

/** With the labels of the buttons. */
function allWords(card: Message): string {
  const buttons = card.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
  return [plainText(card), ...buttons.map(({ label }) => label)].join('\n');
}
