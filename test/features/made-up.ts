import type { Language } from '../../src/domain/language.ts';

/** Made-up facts of one language, so that any other in a card comes from the card itself. */
export const MADE_UP = {
  en: { name: 'Ann', text: 'A made-up text', deck: 'Deck', topic: 'Topic name' },
  ru: { name: 'Яна', text: 'Придуманный текст', deck: 'Колода', topic: 'Название темы' },
} as const;

/** A question with three options, of which the first ones are right. */
export function madeUpChoice(language: Language, right: number) {
  const { text, topic } = MADE_UP[language];
  const question = { id: 'made-up', topic: 'made-up', difficulty: 'easy', sources: [] } as const;
  const options = [1, 2, 3].map((place) => ({
    ...{ text: `${text} ${place}`, why: text },
    ...(place <= right && { right: true }),
  }));
  return { language, question, topic, text: { question: text, options, keyPoints: [] } };
}
