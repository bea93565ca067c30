import type { en } from './en.ts';

export const ru: typeof en = {
  grades: { again: 'Не получилось', hard: 'С трудом', good: 'Получилось', easy: 'Легко' },
  rate: 'Как прошло? От вашей оценки зависит, когда вопрос вернётся.',
  more: 'Ещё',
  howDidItGo: 'Как прошло?',
  again: (when) => `Этот вопрос вернётся ${when}.`,
  today: 'сегодня',
  tomorrow: 'завтра',
  onDay: (day) => day,
  ratedBefore: 'Вы его уже оценили.',
  tooOld: (day) =>
    `Этот вопрос был показан ${day} — слишком давно, чтобы его оценивать. Ничего не изменилось; оцените его при следующей встрече.`,
  questionUnknown: 'Этого вопроса здесь больше нет, оценивать нечего.',
  why: 'Почему сейчас',
  missed: ({ point, when }) => [`${when} вы упустили «`, ...point, '»'],
  missedSome: (when) => `${when} вы кое-что упустили`,
};
