import { join } from 'node:path';
import { readDecks, textsIn } from '../src/decks/read-decks.ts';
import { compileRubric } from '../src/domain/feedback/compile-rubric.ts';
import { giveFeedback } from '../src/domain/feedback/feedback.ts';
import { createLexicon, type Rubric } from '../src/domain/feedback/lexicon.ts';
import type { QuestionText } from '../src/domain/question.ts';
import { createScriptStemmer } from '../src/domain/text/stems.ts';
import { measure, table } from './measure.ts';

const TIMES = 1_000;
const CHARACTERS = 4_000;
const POINTS = 6;
const PHRASINGS = 6;

/** Feedback on the longest answer that is read, against finding the stems of its words, which it does only once each. */
export async function benchFeedback(): Promise<string> {
  const texts = textsIn(await readDecks(join(import.meta.dirname, '../data')), 'en');
  const rubric = compileRubric(longRubric(texts), createLexicon(texts));
  const rows = await measure(TIMES, {
    'the stems of its words': (turn) => Promise.resolve(stemsOf(longAnswer(texts, turn))),
    [`an answer of ${CHARACTERS} characters`]: (turn) =>
      Promise.resolve(giveFeedback(rubric, 'en', longAnswer(texts, turn))),
  });
  const [stems, feedback] = rows.map(({ p99 }) => p99);
  const ratio = ((feedback ?? NaN) / (stems ?? NaN)).toFixed(2);
  const last = `At p99 it took ${feedback?.toFixed(2)} ms, ${ratio} × its words' stems.\n\n`;
  return `${table(`Feedback on ${POINTS} points of ${PHRASINGS} phrasings`, rows).trimEnd()}\n${last}`;
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

/** The shipped deck's reference answers one after the other, beginning with another each turn. */
function longAnswer(texts: readonly QuestionText[], turn: number): string {
  const first = turn % texts.length;
  const answers = [...texts.slice(first), ...texts.slice(0, first)].map(({ answer }) => answer);
  return answers.join('\n').slice(0, CHARACTERS);
}
