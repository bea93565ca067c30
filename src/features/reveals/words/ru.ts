import { countRu, formRu } from '../../../i18n/plural.ts';
import type { en } from './en.ts';

export const ru: typeof en = {
  heading: (number) => `Разбор вопроса ${number}`,
  discussion: (number) => `Ответы на вопрос ${number}`,
  answers: 'Что прислали скрыто',
  anonymous: 'Без имени',
  excused:
    'Часть этого раунда Whetstone был недоступен: у тех, кто не ответил, серия не прерывается.',
  withheld: 'Показать здесь присланные ответы не удалось. Они засчитаны всё равно.',
  redacted: 'Часть разбора удалена по просьбе её автора.',
  noAnswers: 'Вовремя не ответил никто. Следующий вопрос — новая попытка.',
  participants: (answers) =>
    `Вовремя ${formRu(answers, ['ответил', 'ответили', 'ответили'])} ${countRu(answers, ['человек', 'человека', 'человек'])}.`,
  streaks: 'Серии',
  streakRow: ({ name, rounds }) => `${name}: ${countRu(rounds, ['раунд', 'раунда', 'раундов'])}`,
  moreStreaks: (count) => `и ещё ${count}`,
};
