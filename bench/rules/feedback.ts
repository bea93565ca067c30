import { join } from 'node:path';
import { readDecks, textsIn } from '../../src/decks/read-decks.ts';
import { compileRubric } from '../../src/domain/feedback/compile-rubric.ts';
import { giveFeedback } from '../../src/domain/feedback/feedback.ts';
import { createLexicon, type Rubric } from '../../src/domain/feedback/lexicon.ts';
import type { QuestionText } from '../../src/domain/question.ts';
import { createScriptStemmer } from '../../src/domain/text/stems.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare, timed, took } from '../kit/compare.ts';
import { percentile } from '../kit/finding.ts';

const CHARACTERS = 4_000;
const POINTS = 6;
const PHRASINGS = 6;
/** How many a p99 is taken of. */
const ENOUGH = 1_000;
const GOES = 5;

/** Feedback on the longest answer that is read, against finding the stems of its words, which it does only once each. */
export const feedback: Benchmark = {
  name: 'feedback',
  title: `Feedback on ${CHARACTERS} characters, ${POINTS} points of ${PHRASINGS} phrasings ÷ the stems of the words`,
  async run(_bench, { rounds, each }) {
    const texts = textsIn(await readDecks(join(import.meta.dirname, '../../data')), 'en');
    const rubric = compileRubric(longRubric(texts), createLexicon(texts));
    const answers = texts.map((_, first) => longAnswer(texts, first));
    const answerOf = (turn: number) => answers[turn % answers.length] ?? '';
    const give = (turn: number) => Promise.resolve(giveFeedback(rubric, 'en', answerOf(turn)));
    const stems = (turn: number) => Promise.resolve(stemsOf(answerOf(turn)));
    const [usual] = await compare(rounds, { what: 'the stems', sample: timed(each, stems) }, [
      { what: 'an answer', unit: 'ms', sample: timed(each, give) },
    ]);
    const slowest = percentile(
      await timesOf(Math.max(each, rounds === 1 ? 1 : ENOUGH), give),
      0.99,
    );
    const value = { median: slowest, least: slowest, most: slowest };
    const p99 = { what: `p99, best of ${GOES}`, unit: 'ms', value, goal: { atMost: 5 } };
    return [...(usual ? [usual] : []), p99];
  },
};

/** Each is the best of some goes, since an answer takes less time than another process that comes between. */
async function timesOf(
  count: number,
  act: (turn: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    const goes: number[] = [];
    for (let go = 0; go < GOES; go++) goes.push(await took(() => act(turn)));
    times.push(Math.min(...goes));
  }
  return times;
}

function stemsOf(text: string): readonly string[] {
  const stem = createScriptStemmer();
  return [...new Set(text.toLowerCase().match(/\p{L}+/gu))].map(stem);
}

/** Phrasings of the shipped deck, as many as a point of a well-kept question has. */
function longRubric(texts: readonly QuestionText[]): Rubric {
  const points = texts.flatMap(({ keyPoints }) => keyPoints);
  const phrasings = points.flatMap((point) => point.phrasings);
  return {
    question: texts[0]?.question ?? '',
    answer: texts[0]?.answer ?? '',
    keyPoints: points.slice(0, POINTS).map(({ id, label }, at) => ({
      id,
      label,
      phrasings: phrasings.slice(at * PHRASINGS, (at + 1) * PHRASINGS),
    })),
  };
}

/** The shipped deck's reference answers one after the other, beginning with this one. */
function longAnswer(texts: readonly QuestionText[], first: number): string {
  const answers = [...texts.slice(first), ...texts.slice(0, first)].map(({ answer }) => answer);
  return answers.join('\n').slice(0, CHARACTERS);
}
