import type { en } from '../en/index.ts';

export const commands: typeof en.commands = {
  quiz: { name: 'вопрос', does: 'Вопрос прямо сейчас, только для вас' },
  quizTopic: { name: 'тема', does: 'Только эта тема' },
  quizDifficulty: { name: 'сложность', does: 'Только эта сложность' },
  streak: { name: 'серия', does: 'Ваша серия или серия другого участника' },
  streakMember: { name: 'участник', does: 'Чья серия; если не указать — ваша' },
  leaderboard: { name: 'лидеры', does: 'Очки и серии в программе этого канала' },
  leaderboardPeriod: { name: 'период', does: 'Эта неделя, этот месяц или всё время' },
  trackOption: { name: 'программа', does: 'Номер программы, если их несколько' },
  help: { name: 'помощь', does: 'Что умеет Whetstone и какие есть команды' },
};
