import type { Language } from '../../../src/domain/language.ts';
import type { QuizReason } from '../../../src/domain/memory/choose-quiz.ts';
import type { Question } from '../../../src/domain/question.ts';
import { optionsCard } from '../../../src/features/quiz/options-card.ts';
import { quizAnswerCard, quizCard, quizGoneCard } from '../../../src/features/quiz/quiz-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP, madeUpChoice } from '../made-up.ts';

const TODAY = 20_780;
const REASONS: readonly QuizReason[] = [
  { type: 'due' },
  { type: 'new' },
  { type: 'longest-ago' },
  { type: 'missed', point: 'point', on: TODAY - 180 },
  { type: 'missed', point: 'gone', on: TODAY - 400 },
];

/** Every card of a quiz. */
export function gallery(language: Language): Gallery {
  const { text } = MADE_UP[language];
  const one = { ...madeUpChoice(language, 1), questionId: 1 };
  const several = { ...madeUpChoice(language, 2), questionId: 1 };
  const asked = { ...written(language), wish: {} };
  const practice = { place: 'quiz', args: ['1'] } as const;
  const chosen = [{ text, right: true, index: 0, letter: '1' }];
  return {
    optionsCard: [
      optionsCard({ ...several, ...practice, picked: [0, 1] }),
      optionsCard({ ...one, ...practice, picked: [], told: text }),
    ],
    quizCard: [
      ...REASONS.map((reason) => quizCard({ ...asked, reason, today: TODAY })),
      ...[one, several].map((facts) =>
        quizCard({ ...facts, wish: {}, reason: { type: 'new' }, today: TODAY }),
      ),
    ],
    quizGoneCard: (['open', 'unknown'] as const).map((because) =>
      quizGoneCard({ ...asked, because }),
    ),
    quizAnswerCard: [
      ...[undefined, { type: 'written', text } as const].map((own) =>
        quizAnswerCard({ ...asked, shownOn: TODAY, formula: undefined }, own),
      ),
      ...(['right', 'partly', 'wrong'] as const).map((judgement) =>
        quizAnswerCard(
          { ...several, wish: {}, shownOn: TODAY, formula: undefined },
          { type: 'picked', chosen, judgement },
        ),
      ),
    ],
  };
}

/** A question to be answered in words. */
function written(language: Language) {
  const { text, topic } = MADE_UP[language];
  const question: Question = {
    ...{ id: 'made-up', topic: 'made-up', difficulty: 'hard' },
    ...{ formula: '1 + 1', formulaText: '1 + 1' },
    sources: [{ title: text, url: 'https://example.org' }],
  };
  const keyPoints = [{ id: 'point', label: text, phrasings: [] }];
  const words = { question: text, answer: text, formulaNote: text, keyPoints, misconception: text };
  return { language, question, topic, questionId: 1, text: words };
}
