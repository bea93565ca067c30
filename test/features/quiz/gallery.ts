import type { Language } from '../../../src/domain/language.ts';
import { optionsCard } from '../../../src/features/quiz/options-card.ts';
import { quizAnswerCard, quizCard } from '../../../src/features/quiz/quiz-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

const TODAY = 20_780;

/** What is shown of options outside of rounds. */
export function gallery(language: Language): Gallery {
  const { text } = MADE_UP[language];
  const [one, several] = [choosing(language, 1), choosing(language, 2)];
  const practice = { place: 'quiz', args: ['1'] } as const;
  const chosen = [{ text, right: true, index: 0, letter: '1' }];
  return {
    optionsCard: [
      optionsCard({ ...several, ...practice, picked: [0, 1] }),
      optionsCard({ ...one, ...practice, picked: [], told: text }),
    ],
    quizCardWithOptions: [one, several].map((facts) =>
      quizCard({ ...facts, wish: {}, reason: { type: 'new' }, today: TODAY }),
    ),
    quizAnswerCardOfOptions: (['right', 'partly', 'wrong'] as const).map((judgement) =>
      quizAnswerCard(
        { ...several, wish: {}, shownOn: TODAY, formula: undefined },
        { type: 'picked', chosen, judgement },
      ),
    ),
  };
}

function choosing(language: Language, right: number) {
  const { text, topic } = MADE_UP[language];
  const question = { id: 'made-up', topic: 'made-up', difficulty: 'easy', sources: [] } as const;
  const options = [1, 2, 3].map((place) => ({
    ...{ text: `${text} ${place}`, why: text },
    ...(place <= right && { right: true }),
  }));
  return {
    language,
    question,
    topic,
    questionId: 1,
    text: { question: text, options, keyPoints: [] },
  };
}
