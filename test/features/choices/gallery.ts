import type { Language } from '../../../src/domain/language.ts';
import { choiceCard } from '../../../src/features/choices/choice-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

export function gallery(language: Language): Gallery {
  const { text } = MADE_UP[language];
  const option = (index: number, right: boolean) => ({ text, right, index, letter: '1' });
  const one = [option(0, true), option(1, false)];
  const several = [...one, option(2, true)];
  const facts = { language, roundId: 1, streak: 2 };
  return {
    choiceCard: [
      choiceCard({ ...facts, shown: one, picked: [1] }),
      choiceCard({ ...facts, shown: several, picked: [0, 1] }),
    ],
  };
}
