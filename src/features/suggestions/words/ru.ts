import type { en } from './en.ts';
import { formRu } from '../../../i18n/plural.ts';

/** После «не больше» число требует родительного падежа: «не больше 21 символа». */
const characters = (most: number): string =>
  `${most.toLocaleString('ru')} ${formRu(most, 'символа', 'символов', 'символов')}`;

export const ru: typeof en = {
  deckTitle: 'Колода команды',
  otherTopic: 'Другое',
  languages: { en: 'английский', ru: 'русский' },

  suggestTitle: 'Предложить вопрос',
  question: 'Вопрос',
  answer: 'Эталонный ответ',
  answerHint: 'Сам ответ — в первом предложении, потом почему.',
  send: 'Отправить',
  saved: (mine) =>
    `Вопрос сохранён. Войдёт ли он в колоду команды, решат те, кто управляет этим местом, и вы об этом узнаете. Что вы уже предложили: ${mine}`,
  savedByManager: (list) => `Вопрос сохранён и вместе с другими ждёт решения: ${list}`,

  faultsHeading: 'Это ещё не сохранено',
  faults: {
    questionEmpty: 'Вопрос пуст.',
    questionTooLong: (most) => `Вопрос слишком длинный: не больше ${characters(most)}.`,
    answerEmpty: 'Эталонный ответ пуст. Хватит двух-трёх предложений.',
    answerTooLong: (most) => `Эталонный ответ слишком длинный: не больше ${characters(most)}.`,
    choiceUnknown: 'Выберите тему и уровень из списков.',
    alike: (other) =>
      `Почти то же самое уже спрашивает другой вопрос: «${other}» Спросите о другом или уточните, в чём разница.`,
  },
  edit: 'Изменить',

  mineHeading: 'Что вы предложили',
  mineNone: (suggest) => `Вы ещё не предлагали здесь вопросов: ${suggest}`,
  statuses: {
    open: 'ждёт решения',
    approved: 'принят',
    declined: 'отклонён',
  },

  listHeading: (place, total) => `Предложение ${place} из ${total}`,
  listNone: 'Предложений, ждущих решения, нет.',
  by: 'Автор',
  nobody: 'бывший участник',
  at: 'Когда',
  language: 'Язык',
  approve: 'Принять',
  decline: 'Отклонить',
  previous: '← Предыдущее',
  next: 'Следующее →',
  takeUp: (text) => `Решить: «${text}»`,
  toReports: (count) => `Замечания (${count})`,
  toSuggestions: (count) => `Предложения (${count})`,

  editTitle: 'Изменить предложение',
  save: 'Сохранить',
  edited: 'Изменения сохранены. Предложение по-прежнему ждёт решения.',
  declineTitle: 'Отклонить',
  reason: 'Причина',
  reasonHint: 'Можно не указывать. Её прочтёт тот, кто предложил вопрос.',
  approved: 'Принято: вопрос теперь в колоде команды.',
  unusedDeck: (deck, edit) =>
    `Пока ни одна программа не берёт вопросы из этой колоды. Чтобы добавить «${deck}», назовите её после тех колод, что уже есть у программы, иначе она их заменит. Например: ${edit}`,
  declined: 'Отклонено.',
  already: {
    approved: (by) => `Вопрос уже принят. Решение: ${by}.`,
    declined: (by) => `Вопрос уже отклонён. Решение: ${by}.`,
  },
  changed: 'Тем временем текст изменили. Вот новый: решите ещё раз.',
  unknown: 'Такого предложения здесь нет. Ничего не изменилось.',

  approvedHeading: 'Ваш вопрос принят',
  approvedText: 'Теперь он в колоде команды. Спасибо!',
  declinedHeading: 'Ваш вопрос не взяли',
  from: (workspace) => `Вы предложили его здесь: ${workspace}.`,

  reportTitle: (number) => `Вопрос ${number}: замечание`,
  reportField: 'Что не так?',
  reported: 'Спасибо: замечание сохранено для тех, кто управляет этим местом.',
  reportEmpty: 'Замечание пусто, поэтому ничего не сохранено. Напишите, что не так.',
  reportTooLong: (most) =>
    `Замечание слишком длинное и не сохранено: не больше ${characters(most)}.`,
  nothingAsked: 'В этом канале вопросов ещё не было.',
  reportHeading: (place, total) => `Замечание ${place} из ${total}`,
  reportsNone: 'Открытых замечаний нет.',
  reportedBy: 'Кто сообщил',
  reportedQuestion: (number, id) => `Вопрос ${number} (${id})`,
  done: 'Готово',
  closed: 'Замечание закрыто.',
  closedBefore: 'Это замечание уже закрыто.',
};
