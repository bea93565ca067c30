import type { Message } from '../../../src/chat/message.ts';
import type { ImportReport } from '../../../src/decks/import-deck.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { Deck } from '../../../src/domain/question.ts';
import {
  importPreviewCard,
  importRefusedCard,
} from '../../../src/features/suggestions/imports/import-card.ts';
import { MADE_UP } from '../made-up.ts';

/** What a file holds before it is taken in, and one that holds nothing to take. */
export function gallery(language: Language): Readonly<Record<string, readonly Message[]>> {
  const { text, deck: target, topic } = MADE_UP[language];
  const deck: Deck = {
    name: 'made-up',
    title: { [language]: target },
    topics: { topic: { [language]: topic } },
    questions: ['a', 'b', 'c'].map((id) => ({
      ...{ id, topic: 'topic', difficulty: 'easy', sources: [] },
      [language]: { question: text, answer: text, keyPoints: [] },
    })),
  };
  const told = { en: text, ru: text };
  const faults = Array.from({ length: 12 }, () => ({ where: told, why: told }));
  const report: ImportReport = {
    ...{ deck, nameIsGuessed: true, taken: 3, leftOut: 12, skipped: faults, warnings: [] },
    lost: { columns: [text], keys: [], pictures: 2, sounds: 1, links: 1 },
  };
  const facts = { language, file: text, report };
  const known = { changed: 1, same: 1 };
  return {
    importPreviewCard: [importPreviewCard({ ...facts, deck, target, draft: 'draft', known })],
    importRefusedCard: [importRefusedCard(facts)],
  };
}
