import { countRu } from '../../../i18n/plural.ts';
import type { en } from './en.ts';

const questions = (count: number): string => countRu(count, ['вопрос', 'вопроса', 'вопросов']);

const fewNew = (count: number): string => countRu(count, ['новый', 'новых', 'новых']);

export const ru: typeof en = {
  command: { name: 'повторение', does: 'Что вам пора повторить сегодня, вопрос за вопросом' },

  heading: 'Ваше повторение',
  toDo: 'Сегодня',
  left: ({ again, fresh }) => {
    if (again + fresh === 0) return 'ничего не осталось';
    if (fresh === 0) return `${questions(again)} на повторение`;
    return again === 0 ? fewNew(fresh) : `${questions(again)} на повторение и ${fewNew(fresh)}`;
  },
  done: 'Уже сделано',
  doneOf: ({ done, cap }) => `${done} из ${cap}`,
  behind: ({ cap, when }) =>
    when === undefined
      ? `Накопилось больше, чем успеть за год по ${cap} в день. Сначала идёт самое важное, новое пока не начинается; чтобы успеть раньше, увеличьте число в «Настройках».`
      : `Накопилось много. Сначала идёт самое важное, новое пока не начинается: по ${cap} в день вы справитесь к ${when}.`,
  week: 'К повторению в ближайшие 7 дней',
  topics: 'Ваши темы, от сильных к слабым',
  topic: (topic) =>
    `${topic.topic} — ${topic.percent}, повторено ${topic.reviewed} из ${topic.questions}`,
  notReviewed: ({ topics, more }) =>
    `Ещё не повторялись: ${topics.join(', ')}${more > 0 ? ` и ещё ${countRu(more, ['тема', 'темы', 'тем'])}` : ''}.`,
  strongest: 'Ваши самые сильные темы',
  weakest: 'Ваши самые слабые темы, начиная с самой слабой',
  topicsButton: 'Все темы',
  topicsMeaning: 'Сколько из каждой вы, скорее всего, вспомните сегодня',
  topicReviewed: ({ reviewed, questions: all }) => `${reviewed} из ${all}`,
  moreTopics: (count) => `Ещё ${countRu(count, ['тема', 'темы', 'тем'])} — в тексте`,
  topicUnnamed: 'название — в тексте',
  topicsNotDrawn: 'Картинки на этот раз нет. В списке всё то же самое.',
  only: 'Это видите только вы.',
  percentage: 'Процент показывает, какую часть темы вы, скорее всего, вспомните сегодня.',
  start: 'Начать',
  settings: 'Настройки',

  remindMe: 'Напоминать мне',
  remindOtherwise: 'Изменить напоминание',
  remindStop: 'Не напоминать',
  remindLater: 'Через 3 часа',
  reminder: (due) => `Сегодня вам пора повторить ${questions(due)}.`,
  reminderOn: ({ time, timezone }) =>
    `Напоминаю вам лично в ${time} (${timezone}) в те дни, когда есть что повторить.`,
  reminderClosed:
    'Напоминание остановлено: вы не принимаете от меня личных сообщений. Разрешите их и нажмите «Напоминать мне».',
  reminderTitle: 'Напоминание',
  timeField: 'Время дня',
  timeHint: 'Например, 9:00 или 18:30',
  timeUnreadable: (given) => `«${given}» не похоже на время: напишите, например, 9:00 или 18:30.`,
  reminderSet: ({ time, timezone }) =>
    `Сохранено. Буду писать вам лично в ${time} (${timezone}), только когда есть что повторить, и никогда в дни отсутствия.`,
  reminderLater: (time) => `Напомню ещё раз в ${time}.`,
  reminderLaterBefore: 'Сегодня я и так напомню ещё раз.',
  reminderTooLate: 'Через 3 часа будет уже завтра. Следующее напоминание придёт в обычное время.',
  reminderPast: 'Это напоминание относилось к другому дню. Следующее придёт в обычное время.',
  reminderStopped:
    'Больше не напоминаю. Включить снова можно кнопкой «Напоминать мне» под вашим повторением.',
  reminderOff:
    'Напоминание выключено. Включить его можно кнопкой «Напоминать мне» под вашим повторением.',

  questionHeading: (left) =>
    left === 1
      ? 'Повторение: последний вопрос на сегодня'
      : `Повторение: на сегодня осталось ${left}`,
  reasons: {
    new: 'вы его ещё не повторяли',
    due: 'пора повторить',
    'weak-topic': 'ваша самая слабая тема',
    interview: 'к вашему собеседованию',
  },
  over: (done) =>
    done === 0
      ? 'Сегодня повторять нечего.'
      : `На сегодня всё: ${countRu(done, ['вопрос позади', 'вопроса позади', 'вопросов позади'])}.`,
  next: 'Следующий вопрос',
  gone: 'Этот вопрос сейчас открыт в раунде, или его здесь больше нет. Кнопка «Следующий вопрос» поведёт дальше.',

  settingsTitle: 'Настройки повторения',
  save: 'Сохранить',
  capField: 'Вопросов в день',
  capHint: 'От 1 до 100',
  timezoneField: 'Ваш часовой пояс',
  timezoneHint: 'Например, Europe/Moscow: по нему начинается ваш день',
  saved: 'Сохранено. Подействует со следующего повторения.',
  capOutOfRange: ({ given, least, most }) =>
    `«${given}» вопросов в день не получится: напишите число от ${least} до ${most}.`,
  timezoneUnknown: ({ given, near }) =>
    near.length > 0
      ? `Часового пояса «${given}» нет. Может быть, ${near.join(' или ')}?`
      : `Часового пояса «${given}» нет. Напишите, например, Europe/Moscow.`,
};
