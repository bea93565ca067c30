import type { en } from './en.ts';

export const ru: typeof en = {
  topic: 'Тема',
  difficulty: 'Уровень',
  difficulties: { easy: 'лёгкий', medium: 'средний', hard: 'сложный' },
  keyPoints: 'Что есть в хорошем ответе',
  misconception: 'Частое заблуждение',
  sources: 'Почитать',
};
