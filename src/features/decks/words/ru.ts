import type { en } from './en.ts';

export const ru: typeof en = {
  topic: 'Тема',
  difficulty: 'Уровень',
  difficulties: { easy: 'лёгкий', medium: 'средний', hard: 'сложный' },
  toDiscuss: 'Вопрос для обсуждения: эталонного ответа у него нет.',
  verdict: ({ right, votes }) => [votes, right ? 'верно' : 'неверно'].filter(Boolean).join(', '),
  votesOf: ({ votes, people }) => `${votes} из ${people}`,
  keyPoints: 'Что есть в хорошем ответе',
  misconception: 'Частое заблуждение',
  sources: 'Почитать',
  tryAnswer: {
    ask: 'Напишите ответ, а после него — пустую строку.',
    verdicts: { covered: 'есть', partly: 'отчасти', missing: 'не нашлось' },
    reasons: {
      negation: 'слова есть, но в предложении отрицание',
      quantifier: 'слова есть, но сказано обо всём вместо части или о части вместо всего',
      list: 'слова есть, но это перечень ключевых слов',
      'off-topic': 'слова есть, но ответ в основном о другом',
    },
    notes: {
      copy: 'Это почти целиком сам вопрос, поэтому ничего не сравнивалось.',
      'other-language': 'Ответ не на языке вопроса, поэтому ничего не сравнивалось.',
      short: 'Короткий ответ: меньше двенадцати значимых слов.',
    },
    quote: (text: string) => `«${text}»`,
    coverage: ({ covered, points }: { covered: number; points: number }) =>
      `Ключевых пунктов: ${covered} из ${points}`,
  },
};
