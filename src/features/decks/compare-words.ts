import { textsIn } from '../../decks/read-decks.ts';
import { type CompiledRubric, compileRubric } from '../../domain/feedback/compile-rubric.ts';
import { type Feedback, giveFeedback } from '../../domain/feedback/feedback.ts';
import { createLexicon } from '../../domain/feedback/lexicon.ts';
import type { PointFeedback } from '../../domain/feedback/verdict.ts';
import { type Language, LANGUAGES } from '../../domain/language.ts';
import type { Deck, Question } from '../../domain/question.ts';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import type { WordsGiven } from './given-answers.ts';

/** What an answer covers of a question; undefined where its words cannot be compared with it. */
type CompareWords = (
  given: Pick<WordsGiven, 'asked' | 'text'>,
) => readonly PointFeedback[] | undefined;

/**
 * Compares answers with a question as it is written in a file or in the database. How rare a word is, is told by
 * `decks`. What workspaces accepted as other wordings is left aside: an author looks at their own.
 */
export function createComparison(decks: readonly Deck[]): (question: Question) => CompareWords {
  const lexicons = LANGUAGES.map(
    (language) => [language, createLexicon(textsIn(decks, language))] as const,
  );
  return (question) => {
    const rubrics = lexicons.flatMap(([language, lexicon]) => {
      const text = question[language];
      return text?.keyPoints.length ? [[language, compileRubric(text, lexicon)] as const] : [];
    });
    return (given) => compare(new Map(rubrics), given);
  };
}

/** Compares an answer in the language of its round, or else in its own where the question has that language too. */
function compare(
  rubrics: ReadonlyMap<Language, CompiledRubric>,
  { asked, text }: Pick<WordsGiven, 'asked' | 'text'>,
): readonly PointFeedback[] | undefined {
  const written = guessLanguage(text);
  for (const language of new Set([asked ?? written, written])) {
    const rubric = rubrics.get(language);
    const { points, flags } = rubric ? giveFeedback(rubric, language, text) : NOTHING;
    if (!flags.includes('other-language')) return flags.includes('copy') ? undefined : points;
  }
  return undefined;
}

const NOTHING: Pick<Feedback, 'points' | 'flags'> = { points: [], flags: ['other-language'] };
