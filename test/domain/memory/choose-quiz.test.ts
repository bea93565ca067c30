import { array, assert, integer, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../src/domain/memory/chance.ts';
import {
  chooseQuiz,
  type QuizChoice,
  type QuizReason,
  type QuizWish,
} from '../../../src/domain/memory/choose-quiz.ts';
import { rateCard } from '../../../src/domain/memory/rate.ts';
import { meet, type StudyCard } from '../../../src/domain/memory/study-card.ts';
import { anyCard, newCards, reviewedCard, TODAY } from './cards.ts';

const choose = (cards: readonly StudyCard[], rest: Partial<QuizWish> = {}): QuizChoice =>
  chooseQuiz({ cards, today: TODAY, open: new Set(), draw: () => 0, ...rest });

const idOf = (choice: QuizChoice): number | undefined =>
  choice.type === 'question' ? choice.card.questionId : undefined;

const reasonOf = (choice: QuizChoice): QuizReason | string =>
  choice.type === 'question' ? choice.reason : choice.because;

describe('a quiz asks', () => {
  const soonForgotten = reviewedCard(7, 40, 10);
  const due = reviewedCard(8, 12, 10);
  const notDue = reviewedCard(9, 5, 10);

  it('what is due first, the likeliest to be forgotten before the others', () => {
    const choice = choose([notDue, due, soonForgotten, ...newCards(2)]);
    expect([idOf(choice), reasonOf(choice)]).toEqual([7, { type: 'due' }]);
  });

  it('then a new one by chance', () => {
    const cards = [notDue, ...newCards(3)];
    const asked = [0, 1, 2].map((drawn) => choose(cards, { draw: () => drawn }));
    expect(asked.map(idOf)).toEqual([1, 2, 3]);
    expect(asked.map(reasonOf)).toEqual([{ type: 'new' }, { type: 'new' }, { type: 'new' }]);
  });

  it('then the one met longest ago, rated or not', () => {
    const [met] = newCards(1).map((card) => meet(card, TODAY - 6));
    const choice = choose([notDue, ...(met ? [met] : []), reviewedCard(10, 1, 10)]);
    expect([idOf(choice), reasonOf(choice)]).toEqual([1, { type: 'longest-ago' }]);
  });

  it('and says which point was missed, and when', () => {
    const missed = [{ point: 'Names the cause', on: TODAY - 200 }];
    const reason = { type: 'missed', ...missed[0] };
    expect(reasonOf(choose([{ ...due, missed }]))).toEqual(reason);
    expect(reasonOf(choose([{ ...notDue, missed }]))).toEqual(reason);
  });

  it.each<[string, readonly StudyCard[], Partial<QuizWish>, string]>([
    ['nothing fits the wish', [], {}, 'nothing-fits'],
    ['all that fits is open in a round', newCards(2), { open: new Set([1, 2]) }, 'all-open'],
    ['the only one was just shown', newCards(1), { lastShown: 1 }, 'just-shown'],
    ['and the other is open', newCards(2), { lastShown: 1, open: new Set([2]) }, 'just-shown'],
  ])('nothing where %s', (_, cards, rest, because) => {
    expect(choose(cards, rest)).toEqual({ type: 'none', because });
  });
});

describe('one quiz after the other', () => {
  /** Asks so many questions in a row, each met by being shown. */
  function askOn(
    from: readonly StudyCard[],
    count: number,
    then: (card: StudyCard) => StudyCard,
  ): readonly number[] {
    const chance = seededChance('quiz');
    let cards = from;
    const asked: number[] = [];
    for (let turn = 0; turn < count; turn++) {
      const lastShown = asked.at(-1);
      const draw = (below: number) => Math.floor(chance() * below);
      const id = idOf(choose(cards, { draw, ...(lastShown !== undefined && { lastShown }) }));
      if (id === undefined) break;
      asked.push(id);
      cards = cards.map((card) => (card.questionId === id ? then(card) : card));
    }
    return asked;
  }

  const shown = (card: StudyCard) => meet(card, TODAY);

  it('goes through all that are new before one comes again, though none is answered', () => {
    const asked = askOn(newCards(12), 12, shown);
    expect(new Set(asked).size).toBe(12);
  });

  it('goes through all that is due once, though none is rated, and then to what is new', () => {
    const due = [21, 22, 23].map((id) => reviewedCard(id, 20, 10));
    const asked = askOn([...newCards(2), ...due], 5, shown);
    expect(new Set(asked.slice(0, 3))).toEqual(new Set([21, 22, 23]));
    expect(new Set(asked.slice(3))).toEqual(new Set([1, 2]));
  });

  it('rates nothing by showing it', () => {
    const card = reviewedCard(1, 20, 10);
    expect(meet(card, TODAY)).toEqual({ ...card, metOn: TODAY });
  });

  it('never shows one twice in a row, and none that is open', () => {
    const deck = array(anyCard, { minLength: 2, maxLength: 12 });
    const law = property(deck, integer({ min: 0, max: 12 }), (drawn, opened) => {
      const cards = drawn.map((card, index) => ({ ...card, questionId: index }));
      const asked = askOn(cards, 30, (card) =>
        card.questionId % 2 === 0
          ? shown(card)
          : rateCard(card, { grade: 'again', on: TODAY, interviews: [] }),
      );
      expect(asked).toHaveLength(30);
      expect(asked.filter((id, index) => id === asked[index + 1])).toEqual([]);
      const open = new Set([opened]);
      expect(idOf(choose(cards, { open }))).not.toBe(opened);
    });
    assert(law, { seed: 10 });
  });

  it('comes out the same in whatever order the cards are given, but for chance', () => {
    const cards = [reviewedCard(1, 30, 9), reviewedCard(2, 40, 9), reviewedCard(3, 50, 9)];
    const law = property(shuffledSubarray(cards, { minLength: 3 }), (shuffled) => {
      expect(idOf(choose(shuffled))).toBe(3);
    });
    assert(law, { seed: 10 });
  });
});
