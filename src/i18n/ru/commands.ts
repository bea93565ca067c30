import type { en } from '../en/index.ts';

export const commands: typeof en.commands = {
  streak: { name: 'серия', does: 'Ваша серия или серия другого участника' },
  streakMember: { name: 'участник', does: 'Чья серия; если не указать — ваша' },
  leaderboard: { name: 'лидеры', does: 'Очки и серии в программе этого канала' },
  leaderboardPeriod: { name: 'период', does: 'Эта неделя, этот месяц или всё время' },
  privacy: { name: 'данные', does: 'Ваши данные здесь: посмотреть все или удалить' },
  privacyExport: { name: 'показать', does: 'Всё, что о вас здесь хранится, только для вас' },
  privacyForget: { name: 'удалить', does: 'Удалить всё, что о вас здесь хранится' },
  help: { name: 'помощь', does: 'Что умеет Whetstone и какие есть команды' },
  question: { name: 'вопросы', does: 'Предложить вопрос или сообщить об ошибке в нём' },
  questionSuggest: { name: 'предложить', does: 'Вопрос в колоду команды' },
  questionMine: { name: 'мои', does: 'Что вы предложили и что с этим стало' },
  questionReport: { name: 'ошибка', does: 'Что не так с последним вопросом этого канала' },
  questionList: { name: 'список', does: 'Предложения на решение; для тех, кто управляет' },
  questionReports: { name: 'замечания', does: 'Замечания к вопросам; для тех, кто управляет' },
};
