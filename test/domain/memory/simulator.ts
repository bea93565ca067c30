import { type Chance, seededChance } from '../../../src/domain/memory/chance.ts';
import { retrievability } from '../../../src/domain/memory/fsrs.ts';
import { planDay } from '../../../src/domain/memory/plan-day.ts';
import { rateCard } from '../../../src/domain/memory/rate.ts';
import { isDue, isReviewed, type StudyCard } from '../../../src/domain/memory/study-card.ts';
import { newCards, TODAY } from './cards.ts';

/** Which cards to ask on a day, in order; the cap cuts the list. */
export type Policy = (cards: readonly StudyCard[], day: Day) => readonly StudyCard[];

interface Day {
  readonly today: number;
  readonly interview: number;
  readonly cap: number;
}

export interface Studies {
  readonly questions: number;
  readonly days: number;
  readonly cap: number;
  readonly policy?: Policy;
  /** The days, from 0, on which the member does nothing. */
  readonly missed?: readonly number[];
  /** How likely the member has a question that they never saw. */
  readonly firstRecall?: number;
}

export interface Studied {
  /** The mean chance to recall a question on the interview's day; one never seen counts as 0. */
  readonly recall: number;
  readonly unseen: number;
  /** The most that were asked on a day. */
  readonly most: number;
}

/** What the bot plans. */
export const planned: Policy = (cards, { today, interview, cap }) =>
  planDay({ cards, today, cap, interviews: [{ on: interview }], open: new Set() }).questions.map(
    ({ card }) => card,
  );

/** What most programs for flash cards do: what is due, the longest due first, then new ones. */
export const dueFirst: Policy = (cards, { today }) => [
  ...cards.filter((card) => isDue(card, today)).toSorted((a, b) => a.memory.dueOn - b.memory.dueOn),
  ...cards.filter((card) => !isReviewed(card)),
];

/** Whatever adds most to the recall on the interview's day, tried out with each of the two grades. */
export const greedy: Policy = (cards, { today, interview }) => {
  const recall = (card: StudyCard) => (card.memory ? retrievability(card.memory, interview) : 0);
  const rated = (card: StudyCard, grade: 'good' | 'again') =>
    recall(rateCard(card, { grade, on: today, interviews: [] }));
  const gains = cards.map((card) => {
    const chance = card.memory ? retrievability(card.memory, today) : 0.5;
    return {
      card,
      gain: chance * rated(card, 'good') + (1 - chance) * rated(card, 'again') - recall(card),
    };
  });
  return gains.toSorted((a, b) => b.gain - a.gain).map(({ card }) => card);
};

const RUNS = 8;

/** The mean of several members who study until the interview, and forget as FSRS says. */
export function studied(studies: Studies): Studied {
  const runs = Array.from({ length: RUNS }, (_, run) => study(studies, seededChance(`${run}`)));
  const mean = (number: (run: Studied) => number) =>
    runs.reduce((sum, run) => sum + number(run), 0) / RUNS;
  return {
    recall: mean(({ recall }) => recall),
    unseen: Math.max(...runs.map(({ unseen }) => unseen)),
    most: Math.max(...runs.map(({ most }) => most)),
  };
}

function study(studies: Studies, chance: Chance): Studied {
  const { questions, days, cap, policy = planned, missed = [], firstRecall = 0.5 } = studies;
  const interview = TODAY + days;
  let cards = newCards(questions);
  let most = 0;
  for (let today = TODAY; today < interview; today++) {
    if (missed.includes(today - TODAY)) continue;
    const asked = policy(cards, { today, interview, cap });
    most = Math.max(most, asked.length);
    const rated = new Map<StudyCard, StudyCard>();
    for (const card of asked.slice(0, cap)) {
      const recall = card.memory ? retrievability(card.memory, today) : firstRecall;
      const grade = chance() < recall ? 'good' : 'again';
      rated.set(card, rateCard(card, { grade, on: today, interviews: [{ on: interview }] }));
    }
    cards = cards.map((card) => rated.get(card) ?? card);
  }
  const reviewed = cards.filter(isReviewed);
  const sum = reviewed.reduce((total, card) => total + retrievability(card.memory, interview), 0);
  return { recall: sum / questions, unseen: questions - reviewed.length, most };
}
