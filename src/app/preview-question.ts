import type { Message } from '../chat/message.ts';
import type { QuestionRow } from '../db/tables.ts';
import { questionLanguages } from '../decks/languages.ts';
import type { Context } from '../delivery/context.ts';
import type { Language } from '../domain/language.ts';
import { storedFacts, withFormula } from '../features/decks/question-facts.ts';
import { revealCard } from '../features/reveals/reveal-card.ts';
import { questionCard } from '../features/rounds/question-card.ts';
import { paginate as discordPages } from '../platforms/discord/paginate.ts';
import { preview as discordPreview } from '../platforms/discord/preview.ts';
import { paginate as slackPages } from '../platforms/slack/paginate.ts';
import { preview as slackPreview } from '../platforms/slack/preview.ts';

const PLATFORMS = [
  { name: 'Discord', paginate: discordPages, preview: discordPreview },
  { name: 'Slack', paginate: slackPages, preview: slackPreview },
];

/** A deadline to show; a question in a deck has none. */
const SOME_DEADLINE = new Date('2026-01-05T18:00:00Z');

/** A question and its reveal, page by page as each platform cuts and marks them. */
export async function previewQuestion(
  context: Context,
  row: QuestionRow,
): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const language of questionLanguages(row.body)) {
    const messages = await cards(context, row, language);
    for (const { name, paginate, preview } of PLATFORMS) {
      pages.push(...messages.flatMap(paginate).map(page(`${name}, ${language}`, preview)));
    }
  }
  return pages;
}

function page(title: string, preview: (message: Message) => string) {
  return (message: Message, index: number, all: readonly Message[]): string =>
    `── ${title}, message ${index + 1} of ${all.length} ──\n${preview(message)}`;
}

async function cards(
  context: Context,
  row: QuestionRow,
  language: Language,
): Promise<readonly Message[]> {
  const facts = await withFormula(context, await storedFacts(context, row, language));
  const round = { ...facts, roundId: 0, number: 1, closesAt: SOME_DEADLINE, threadAnswers: true };
  return [questionCard(round), revealCard({ ...round, answers: [], participants: 0, streaks: [] })];
}
