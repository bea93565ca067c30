import { decksFor } from '../../src/db/decks.ts';
import type { Question } from '../../src/domain/question.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { checkSuggestion } from '../../src/features/suggestions/check-suggestion.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare, took } from '../kit/compare.ts';
import type { Bench } from '../kit/open-bench.ts';

const TYPED = { answer: 'By words.', topic: 'other', difficulty: 'easy' };

/** A suggestion that is compared with the longest questions that a deck holds, against reading the decks. */
export const suggestion: Benchmark = {
  name: 'suggestion',
  title: 'A suggestion beside long questions ÷ reading which decks there are',
  async run(bench, { rounds, questions }) {
    const { workspaceId } = await bench.addTrack('suggestion');
    await addLongQuestions(bench, questions);
    const { context } = bench;
    const read = () => took(() => decksFor(context.db, workspaceId));
    return compare(rounds, { what: 'reading', sample: read }, [
      {
        ...{ what: `${questions.toLocaleString('en')} questions`, unit: 'ms' },
        sample: (round) => {
          const typed = { ...TYPED, question: longText(-1 - round) };
          return took(() => checkSuggestion(context, { workspaceId, typed }));
        },
      },
    ]);
  },
};

async function addLongQuestions({ context }: Bench, count: number): Promise<void> {
  const questions = Array.from({ length: count }, (_, number) => longQuestion(number));
  const title = { en: 'Long questions' };
  await loadDeck(context, { name: 'long', title, topics: { t: title }, questions });
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
