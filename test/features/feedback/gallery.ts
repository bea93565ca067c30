import type { Message } from '../../../src/chat/message.ts';
import type { Language } from '../../../src/domain/language.ts';
import { creditedCard } from '../../../src/features/feedback/credited-card.ts';
import {
  feedbackCard,
  type FeedbackCardFacts,
  notAnsweredCard,
} from '../../../src/features/feedback/feedback-card.ts';
import { MADE_UP } from '../made-up.ts';

/** Every card about what an answer covers. */
export function gallery(language: Language): Readonly<Record<string, readonly Message[]>> {
  const { text } = MADE_UP[language];
  const point = {
    ...{ id: 'point', label: text, weight: 1, score: 0.5 },
    ...{ evidence: text, reference: [text, text] },
  };
  const facts: FeedbackCardFacts = {
    ...{
      language,
      roundId: 1,
      questionId: 1,
      shownOn: 20_780,
      flags: [],
      reference: text,
      answer: { kind: 'answer', id: 1 },
    },
    points: [
      { ...point, verdict: 'covered' },
      { ...point, verdict: 'partly' },
      { ...point, verdict: 'partly', reason: 'negation' },
      { ...point, verdict: 'partly', reason: 'quantifier' },
      { ...point, verdict: 'missing', evidence: '' },
      { ...point, verdict: 'missing', evidence: '', reference: [] },
      { ...point, verdict: 'credited', evidence: '' },
    ],
  };
  const flags = ['short', 'list', 'off-topic', 'copy', 'other-language'] as const;
  return {
    feedbackCard: [
      feedbackCard(facts),
      feedbackCard({
        ...{ ...facts, model: '7' },
        points: [{ ...point, verdict: 'covered', byModel: true }],
      }),
      ...flags.map((flag) => feedbackCard({ ...facts, flags: [flag] })),
      feedbackCard({ ...facts, points: [{ ...point, verdict: 'missing' }] }),
    ],
    creditedCard: [
      creditedCard({ facts, point: 'point' }),
      ...[true, false].map((accepted) =>
        creditedCard({ facts, point: 'point', wording: { id: 1, text, accepted } }),
      ),
    ],
    notAnsweredCard: [notAnsweredCard({ language, roundId: 1 })],
  };
}
