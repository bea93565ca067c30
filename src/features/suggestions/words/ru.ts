import { rich } from '../../../chat/text.ts';
import { countRu, formRu } from '../../../i18n/plural.ts';
import type { en } from './en.ts';

/** После «не больше» число требует родительного падежа: «не больше 21 символа». */
const characters = (most: number): string =>
  `${most.toLocaleString('ru')} ${formRu(most, ['символа', 'символов', 'символов'])}`;

export const ru: typeof en = {
  command: { name: 'вопросы', does: 'Предложить вопрос или сообщить об ошибке в нём' },
  subcommands: {
    suggest: { name: 'предложить', does: 'Вопрос в колоду команды' },
    mine: { name: 'мои', does: 'Что вы предложили и что с этим стало' },
    report: { name: 'ошибка', does: 'Что не так с последним вопросом этого канала' },
    list: { name: 'список', does: 'Предложения на решение; для тех, кто управляет' },
    reports: { name: 'замечания', does: 'Замечания к вопросам; для тех, кто управляет' },
  },

  deckTitle: 'Колода команды',
  otherTopic: 'Другое',
  languages: { en: 'английский', ru: 'русский' },

  suggestTitle: 'Предложить вопрос',
  question: 'Вопрос',
  answer: 'Эталонный ответ',
  answerHint: 'Сначала сам ответ, потом почему. Для обсуждения оставьте пустым.',
  send: 'Отправить',
  saved: (mine) =>
    rich`Вопрос сохранён. Войдёт ли он в колоду команды, решат те, кто управляет этим местом, и вы об этом узнаете. Что вы уже предложили: ${mine}`,
  shownPlain:
    'Списков, цитат, звёздочек или скобок в нём слишком много, поэтому текст покажут как есть, без разметки.',
  savedByManager: (list) => rich`Вопрос сохранён и вместе с другими ждёт решения: ${list}`,

  faultsHeading: 'Это ещё не сохранено',
  faults: {
    questionEmpty: 'Вопрос пуст.',
    questionTooLong: (most) => `Вопрос слишком длинный: не больше ${characters(most)}.`,
    answerTooLong: (most) => `Эталонный ответ слишком длинный: не больше ${characters(most)}.`,
    choiceUnknown: 'Выберите тему и уровень из списков.',
    alike: (other) =>
      `Почти то же самое уже спрашивает другой вопрос: «${other}» Спросите о другом или уточните, в чём разница.`,
  },
  edit: 'Изменить',

  mineHeading: 'Что вы предложили',
  mineNone: (suggest) => rich`Вы ещё не предлагали здесь вопросов: ${suggest}`,
  statuses: {
    open: 'ждёт решения',
    approved: 'принят',
    declined: 'отклонён',
  },

  listHeading: ({ place, total }) => `Предложение ${place} из ${total}`,
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
  toContests: (count) => `Спорные пункты (${count})`,
  toSuggestions: (count) => `Предложения (${count})`,

  editTitle: 'Изменить предложение',
  save: 'Сохранить',
  edited: 'Изменения сохранены. Предложение по-прежнему ждёт решения.',
  declineTitle: 'Отклонить',
  reason: 'Причина',
  reasonHint: 'Можно не указывать. Её прочтёт тот, кто предложил вопрос.',
  approved: 'Принято: вопрос теперь в колоде команды.',
  deckUnasked: 'Пока ни одна программа не берёт из неё вопросы.',
  deckAdd: 'Добавить колоду в программу…',
  deckAddTo: (track) => `Добавить колоду в программу ${track}`,
  deckWhich: 'Какая программа будет брать вопросы и из колоды команды?',
  deckMore: ({ count, edit }) =>
    rich`Без кнопки ${formRu(count, ['осталась', 'остались', 'остались'])} ${countRu(count, ['программа', 'программы', 'программ'])}: любую можно изменить командой ${edit}.`,
  deckAdded: ({ track, decks }) => `Программа ${track} теперь берёт вопросы отсюда: ${decks}.`,
  deckUnfit:
    'Подходящих ей вопросов в колоде команды пока нет: другой язык, темы или уровни сложности.',
  deckThere: (track) => `Программа ${track} уже берёт вопросы из колоды команды.`,
  deckEverywhere: 'Все программы уже берут вопросы из колоды команды.',
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
  reportHeading: ({ place, total }) => `Замечание ${place} из ${total}`,
  reportsNone: 'Открытых замечаний нет.',
  reportedBy: 'Кто сообщил',
  reportedQuestion: ({ number, id }) => `Вопрос ${number} (${id})`,
  done: 'Готово',
  closed: 'Замечание закрыто.',
  closedBefore: 'Это замечание уже закрыто.',

  wordingsHeading: 'Как вы выразили ключевые пункты',
  oftenContested: 'С этими пунктами спорят многие; их формулировки стоит пересмотреть',
  peopleContest: ({ people, answered }) => `${people} из ${answered}`,
  wordingHeading: ({ place, total }) => `Формулировка ${place} из ${total}`,
  wordingsNone: 'Формулировок, ждущих решения, нет.',
  saysPoint: 'Есть ли в цитате этот ключевой пункт?',
  saysIt: 'Есть',
  saysItNot: 'Нет',
  wordingAccepted: 'Принято: ответ, где сказано так, здесь теперь засчитывает этот пункт.',
  wordingDeclined: 'Не принято. Автору этот пункт по-прежнему засчитан.',
  wordingSettledBefore: 'Эту формулировку уже рассмотрели или убрали.',
};
