import type { Language } from '../../../src/domain/language.ts';
import type { DayPlan } from '../../../src/domain/memory/plan-day.ts';
import type { PlannedReason } from '../../../src/domain/memory/planned-question.ts';
import {
  reviewAnswerCard,
  reviewGoneCard,
  reviewOverCard,
  reviewQuestionCard,
} from '../../../src/features/review/question-card.ts';
import { reminderCard } from '../../../src/features/review/reminder/reminder-card.ts';
import { reviewCard } from '../../../src/features/review/review-card.ts';
import { topicsCard } from '../../../src/features/review/topics/topics-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

const TODAY = 20_780;
const REASONS: readonly PlannedReason[] = ['new', 'due', 'weak-topic', 'interview'];
const POINT = { point: 'point', on: TODAY - 30 };

const DRAWN = { type: 'picture', png: new Uint8Array(1), name: '1.png', alt: '1' } as const;

/** Every card of a review. */
export function gallery(language: Language): Gallery {
  const { text, topic } = MADE_UP[language];
  const strength = { topic, recall: 0.92, reviewed: 3, questions: 21 };
  const topics = [strength, { ...strength, recall: undefined, reviewed: 0 }];
  const week = Array.from({ length: 7 }, (_, index) => ({ day: TODAY + index, due: index }));
  const reminded = { timezone: 'Europe/Berlin', reminder: { status: 'off' } } as const;
  const base = { language, today: TODAY, cap: 10, topics, week, ...reminded };
  const nothing: DayPlan = { questions: [], done: 10, behind: false };
  const question = questionFacts(language);
  const left = { ...question, questionId: 1, today: TODAY, left: 2 };
  return {
    reviewCard: [
      reviewCard({ ...base, plan: planOf(['new', 'due', 'due']) }),
      reviewCard({ ...base, plan: { ...planOf(['due']), behind: true }, through: TODAY + 40 }),
      reviewCard({ ...base, plan: { ...planOf(['new']), behind: true } }),
      reviewCard({ ...base, plan: nothing, week: [], topics: [] }),
      ...(['on', 'closed'] as const).map((status) =>
        reviewCard({ ...base, plan: nothing, reminder: { status, minute: 545 } }),
      ),
    ],
    topicsCard: [undefined, DRAWN].map((picture) => topicsCard({ language, topics }, picture)),
    reminderCard: [1, 5].map((due) => reminderCard({ language, day: TODAY, due, later: due > 1 })),
    reviewQuestionCard: [
      ...REASONS.map((why) => reviewQuestionCard({ ...left, why, missed: [] })),
      reviewQuestionCard({ ...left, why: 'due', missed: [POINT], left: 1, told: text }),
    ],
    reviewAnswerCard: [undefined, { type: 'written', text } as const].map((own) =>
      reviewAnswerCard({
        ...{ ...question, formula: undefined, questionId: 1, shownOn: TODAY, own },
      }),
    ),
    reviewOverCard: [0, 1, 3].map((done) => reviewOverCard({ language, done, told: text })),
    reviewGoneCard: [reviewGoneCard(language)],
  };
}

function planOf(reasons: readonly PlannedReason[]): DayPlan {
  const card = { questionId: 1, topic: 'basics' };
  return { questions: reasons.map((why) => ({ card, why })), done: 3, behind: false };
}

function questionFacts(language: Language) {
  const { text, topic } = MADE_UP[language];
  const question = { id: 'made-up', topic: 'made-up', difficulty: 'easy', sources: [] } as const;
  const keyPoints = [{ id: 'point', label: text, phrasings: [] }];
  return { language, question, topic, text: { question: text, answer: text, keyPoints } };
}
