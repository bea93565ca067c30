import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readDeck } from '../../../../src/decks/read-deck.ts';
import { compileRubric } from '../../../../src/domain/feedback/compile-rubric.ts';
import { type Feedback, giveFeedback } from '../../../../src/domain/feedback/feedback.ts';
import { createLexicon } from '../../../../src/domain/feedback/lexicon.ts';
import type { Language } from '../../../../src/domain/language.ts';
import type { QuestionText } from '../../../../src/domain/question.ts';

/** The answers that are written for each question; the eighth kind is the good answer in the other language. */
const WRITTEN_KINDS = [
  'good',
  'short',
  'partial',
  'wrong',
  'off-topic',
  'list',
  'negated',
] as const;

export const KINDS = [...WRITTEN_KINDS, 'other-language'] as const;

export type Kind = (typeof KINDS)[number];

interface Labelled {
  /** The ids of the key points that it says. */
  readonly says: readonly string[];
  readonly answer: string;
}

type Written = Readonly<Record<string, Readonly<Record<(typeof WRITTEN_KINDS)[number], Labelled>>>>;

/** An answer, what a careful reader finds said in it, and what it is told. */
export interface Matched extends Labelled {
  readonly language: Language;
  readonly questionId: string;
  readonly kind: Kind;
  readonly feedback: Feedback;
}

/** The shipped deck, of whose questions the answers are. */
export const SHIPPED = join(import.meta.dirname, '../../../../data/llm-interview');

/** Every answer of the corpus in one language, matched with the questions of a deck. */
export async function matchCorpus(
  language: Language,
  folder = SHIPPED,
): Promise<readonly Matched[]> {
  const [own, other] = await Promise.all([read(language), read(language === 'en' ? 'ru' : 'en')]);
  const texts = await textsOf(folder, language);
  const lexicon = createLexicon(texts.values());
  return Object.entries(own).flatMap(([questionId, written]) => {
    const text = texts.get(questionId);
    if (!text) throw new Error(`there is no question ${questionId} in ${language}`);
    const rubric = compileRubric(text, lexicon);
    const foreign = { says: [], answer: other[questionId]?.good.answer ?? '' };
    const answers = { ...written, 'other-language': foreign };
    return KINDS.map((kind) => {
      checkLabels(answers[kind], text);
      const feedback = giveFeedback(rubric, language, answers[kind].answer);
      return { ...answers[kind], language, questionId, kind, feedback };
    });
  });
}

async function read(language: Language): Promise<Written> {
  const text = await readFile(join(import.meta.dirname, `${language}.yaml`), 'utf8');
  return parse(text) as Written;
}

async function textsOf(
  folder: string,
  language: Language,
): Promise<ReadonlyMap<string, QuestionText>> {
  const { deck } = await readDeck(folder);
  return new Map(
    deck?.questions.flatMap((question) => {
      const text = question[language];
      return text ? [[question.id, text] as const] : [];
    }),
  );
}

/** A label that names no point of its question would be counted as never found. */
function checkLabels({ says }: Labelled, { question, keyPoints }: QuestionText): void {
  const strange = says.find((id) => keyPoints.every((point) => point.id !== id));
  if (strange) throw new Error(`"${question}" has no key point ${strange}`);
}
