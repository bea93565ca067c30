import type { en } from '../en/index.ts';

export const commands: typeof en.commands = {
  question: { name: 'вопросы', does: 'Предложить вопрос или сообщить об ошибке в нём' },
  questionSuggest: { name: 'предложить', does: 'Вопрос в колоду команды' },
  questionMine: { name: 'мои', does: 'Что вы предложили и что с этим стало' },
  questionReport: { name: 'ошибка', does: 'Что не так с последним вопросом этого канала' },
  questionList: { name: 'список', does: 'Предложения на решение; для тех, кто управляет' },
  questionReports: { name: 'замечания', does: 'Замечания к вопросам; для тех, кто управляет' },
};
