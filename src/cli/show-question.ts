import { writeFile } from 'node:fs/promises';
import { questionCard } from '../features/rounds/question-card.ts';
import { revealCard } from '../features/reveals/reveal-card.ts';
import type { Message } from '../chat/message.ts';
import type { QuestionRow } from '../db/tables.ts';
import { questionLanguages } from '../decks/languages.ts';
import type { Language } from '../domain/language.ts';
import { paginate as discordPages } from '../platforms/discord/paginate.ts';
import { preview as discordPreview } from '../platforms/discord/preview.ts';
import { paginate as slackPages } from '../platforms/slack/paginate.ts';
import { preview as slackPreview } from '../platforms/slack/preview.ts';
import { storedFacts, withFormula } from '../features/decks/question-facts.ts';
import type { Context } from '../delivery/context.ts';
import { findQuestion } from '../features/decks/find-question.ts';
import { asOperator } from './operator.ts';
import { OperatorError, print } from './output.ts';

const PLATFORMS = [
  { name: 'Discord', paginate: discordPages, preview: discordPreview },
  { name: 'Slack', paginate: slackPages, preview: slackPreview },
];

/** A deadline to show; a question in a deck has none. */
const SOME_DEADLINE = new Date('2026-01-05T18:00:00Z');

/** `deck show`: a question and its reveal, page by page as each platform cuts and marks them. */
export async function showQuestion(
  id: string,
  { deck, png }: { deck?: string; png?: string | true },
): Promise<void> {
  await asOperator(async ({ runtime: { context } }) => {
    const row = await findQuestion(context, id, deck);
    if (!row) throw new OperatorError(`There is no question ${id}${deck ? ` in ${deck}` : ''}.`);
    if (png) return writeFormula(context, row, png === true ? `${row.slug}.png` : png);
    const pages: string[] = [];
    for (const language of questionLanguages(row.body)) {
      const messages = await cards(context, row, language);
      for (const { name, paginate, preview } of PLATFORMS) {
        pages.push(...messages.flatMap(paginate).map(page(`${name}, ${language}`, preview)));
      }
    }
    print(pages.join('\n\n'));
  });
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

async function writeFormula(context: Context, row: QuestionRow, file: string): Promise<void> {
  const { formula } = row.body;
  const picture = formula && (await context.paintFormula(formula, row.slug));
  if (!picture) throw new OperatorError(`${row.slug} has no formula that can be drawn.`);
  await writeFile(file, picture);
  print(`wrote ${file}`);
}
