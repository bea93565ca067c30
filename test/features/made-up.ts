/** Made-up facts of one language, so that any other in a card comes from the card itself. */
export const MADE_UP = {
  en: { name: 'Ann', text: 'A made-up text', deck: 'Deck', topic: 'Topic name' },
  ru: { name: 'Яна', text: 'Придуманный текст', deck: 'Колода', topic: 'Название темы' },
} as const;
