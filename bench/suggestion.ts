import { monitorEventLoopDelay } from 'node:perf_hooks';
import { decksFor } from '../src/db/decks.ts';
import type { Question } from '../src/domain/question.ts';
import { loadDeck } from '../src/features/decks/load-deck.ts';
import { checkSuggestion } from '../src/features/suggestions/check-suggestion.ts';
import { measure, table } from './measure.ts';
import type { Bench } from './open-bench.ts';

const TIMES = 5;
const QUESTIONS = 5_000;

const TYPED = { answer: 'By words.', topic: 'other', difficulty: 'easy' };

/** A suggestion that is compared with the longest questions that a deck holds, against reading the decks. */
export async function benchSuggestion({ context, workspaceId }: Bench): Promise<string> {
  const questions = Array.from({ length: QUESTIONS }, (_, number) => longQuestion(number));
  const title = { en: 'Long questions' };
  await loadDeck(context, { name: 'long', title, topics: { t: title }, questions });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const rows = await measure(TIMES, {
    'reading which decks there are': () => decksFor(context.db, workspaceId),
    [`a suggestion beside ${QUESTIONS} long questions`]: (turn) =>
      checkSuggestion(context, {
        workspaceId,
        typed: { ...TYPED, question: longText(-1 - turn) },
      }),
  });
  delay.disable();
  const held = `The event loop was held for ${(delay.max / 1e6).toFixed(0)} ms at most.\n\n`;
  return table('Suggestions', rows).trimEnd() + `\n${held}`;
}

function longQuestion(number: number): Question {
  const en = { question: longText(number), answer: 'So.', keyPoints: [] };
  return { id: `q-${number}`, topic: 't', difficulty: 'easy', sources: [], en };
}

/** A thousand characters of words that no other question has: the most work there is. */
const longText = (number: number): string =>
  Array.from({ length: 90 }, (_, at) => `word${number}x${at}ing`)
    .join(' ')
    .slice(0, 1_000);
