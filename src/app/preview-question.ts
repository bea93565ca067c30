import type { Message } from '../chat/message.ts';
import type { QuestionRow } from '../db/tables.ts';
import { questionLanguages } from '../decks/languages.ts';
import type { Context } from '../delivery/context.ts';
import type { Deck, Question } from '../domain/question.ts';
import {
  type ExplanationFacts,
  storedFacts,
  textIn,
  withFormula,
} from '../features/decks/question-facts.ts';
import { topicTitle } from '../features/decks/titles.ts';
import { revealCard } from '../features/reveals/reveal-card.ts';
import { questionCard } from '../features/rounds/question-card.ts';
import { paginate as discordPages } from '../platforms/discord/paginate.ts';
import { preview as discordPreview } from '../platforms/discord/preview.ts';
import { paginate as slackPages } from '../platforms/slack/paginate.ts';
import { preview as slackPreview } from '../platforms/slack/preview.ts';

interface Shown {
  readonly name: string;
  readonly paginate: (message: Message) => readonly Message[];
  readonly preview: (message: Message) => string;
}

const DISCORD: Shown = { name: 'Discord', paginate: discordPages, preview: discordPreview };
const SLACK: Shown = { name: 'Slack', paginate: slackPages, preview: slackPreview };

/** A deadline to show; a question in a deck has none. */
const SOME_DEADLINE = new Date('2026-01-05T18:00:00Z');

/** A question and its reveal, page by page as each platform cuts and marks them. */
export async function previewQuestion(
  context: Context,
  row: QuestionRow,
): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const language of questionLanguages(row.body)) {
    const facts = await withFormula(context, await storedFacts(context, row, language));
    for (const shown of [DISCORD, SLACK]) pages.push(...pagesOf(facts, shown));
  }
  return pages;
}

/** The pages of a question that is not stored yet, for Discord alone; its formula in plain text. */
export function previewUnstored(deck: Deck, question: Question): readonly string[] {
  return questionLanguages(question).flatMap((language) => {
    const topic = topicTitle([deck], question.topic, language);
    const text = textIn(question, language);
    return pagesOf({ language, question, text, topic, formula: undefined }, DISCORD);
  });
}

function pagesOf(facts: ExplanationFacts, { name, paginate, preview }: Shown): readonly string[] {
  return cards(facts)
    .flatMap(paginate)
    .map(page(`${name}, ${facts.language}`, preview));
}

function page(title: string, preview: (message: Message) => string) {
  return (message: Message, index: number, all: readonly Message[]): string =>
    `── ${title}, message ${index + 1} of ${all.length} ──\n${preview(message)}`;
}

function cards(facts: ExplanationFacts): readonly Message[] {
  const round = { ...facts, roundId: 0, number: 1, closesAt: SOME_DEADLINE, threadAnswers: true };
  return [questionCard(round), revealCard({ ...round, answers: [], participants: 0, streaks: [] })];
}
