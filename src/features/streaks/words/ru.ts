import { countRu } from '../../../i18n/plural.ts';
import type { en } from './en.ts';

/** Where it is not known who it was. */
const MANAGERS = 'те, кто управляет здесь Whetstone';

export const ru: typeof en = {
  command: { name: 'серия', does: 'Ваша серия или серия другого участника' },
  showOption: { name: 'показать', does: 'почему: что стоит за каждой вашей отметкой' },
  why: 'почему',
  memberOption: { name: 'участник', does: 'Чья серия; если не указать — ваша' },

  streakHeading: (name) => `Серия: ${name}`,
  myStreakHeading: 'Ваша серия',
  current: 'Сейчас',
  longest: 'Самая длинная',
  freezes: 'Заморозки',
  answered: 'Вовремя отвечено',
  rounds: (count) => countRu(count, ['раунд', 'раунда', 'раундов']),
  freezesHeld: ({ count, most }) => `${count} из ${most}`,
  lastRounds: 'Последние раунды, новые справа',
  noRounds: 'Раундов ещё не было.',
  legend: {
    answered: 'есть ответ',
    missed: 'пропуск',
    frozen: 'прощён заморозкой',
    excused: 'не в счёт',
    open: 'ещё открыт',
    before: 'до первого ответа',
  },
  inWords: (runs) => `То же словами, сначала старые: ${runs.join(', ')}.`,
  marks: {
    answered: (count) => `с ответом — ${count}`,
    missed: (count) => `пропущено — ${count}`,
    frozen: (count) => `прощено — ${count}`,
    excused: (count) => `не в счёт — ${count}`,
    open: (count) => `ещё открыто — ${count}`,
    before: (count) => `до первого ответа — ${count}`,
    away: (count) => `пока вас не было — ${count}`,
  },
  yearButton: 'Мой год',
  yearOfTrack: (track) => `Мой год: программа ${track}`,
  yearHeading: 'Ваш год по раундам',
  yearSummary: ({ current, longest, answered }) =>
    `Серия сейчас: ${current} · самая длинная: ${longest} · вовремя за год: ${answered}`,
  yearLegend: {
    answered: 'есть ответ',
    frozen: 'прощён заморозкой',
    missed: 'пропуск',
    excused: 'не в счёт',
    away: 'вас не было',
    open: 'ещё открыт',
    before: 'до первого ответа',
    none: 'раунда не было',
  },
  yearNotDrawn: 'Картинки на этот раз нет. По месяцам сказано то же самое.',
  streakRule: ({ rounds, most }) =>
    `Серия — это раунды подряд, на которые вы ответили до закрытия; паузы раундов не создают, а сбои и дни, о которых вы предупредили, серию не прерывают. Каждый ${rounds}-й ответ серии даёт заморозку: она прощает один пропуск, а хранится их не больше ${most}.`,
  whyButton: 'Почему?',
  whyOfTrack: (track) => `Почему? Программа ${track}`,
  whyHeading: 'Откуда взялись ваши отметки',
  whyRound: (round) => `Раунд ${round}`,
  streakThen: ({ current, earnedFreeze }) =>
    `Серия: ${current}.${earnedFreeze ? ' Ответ принёс заморозку.' : ''}`,
  reasons: {
    answered: 'ответ вовремя,',
    answeredSometime: 'ответ вовремя.',
    late: 'ответ с опозданием,',
    countedLate: ({ by, reason }) =>
      `всё равно зачтён; решение: ${by ?? MANAGERS}. Причина: «${reason}».`,
    void: ({ by, reason }) =>
      `не засчитывается никому; решение: ${by ?? MANAGERS}. Причина: «${reason}».`,
    frozen: ({ round, streak }) =>
      `пропуск, прощён заморозкой: её принёс ответ в раунде ${round}, когда серия дошла до ${streak}.`,
    frozenSometime: 'пропуск, прощён заморозкой.',
    outage: 'не в счёт: из-за сбоя ответить было нельзя.',
    outageWas: 'Сбой длился:',
    away: (days) => `не в счёт: вас не было, ${days}.`,
    awaySometime: 'не в счёт: вас не было.',
    missed: (ended) =>
      `пропуск, прервал серию из ${countRu(ended, ['раунда', 'раундов', 'раундов'])}.`,
    missedAgain: 'пропуск; прерывать было нечего.',
    open: 'ещё открыт, ничего не потеряно.',
    before: 'был до вашего первого ответа в этой программе, так что прервать ничего не мог.',
  },
  earlierRounds: '← Раунды раньше',
  laterRounds: 'Раунды позже →',
  whyOfOthers: 'Что стоит за отметкой, видит только тот, кому она поставлена.',
  unknownMember: 'Этот человек здесь ещё не участвовал.',
  nobodyNamed: (name) =>
    `Человек по имени «${name}» здесь ещё не участвовал. Введите @ и выберите, кого имели в виду.`,
  severalNamed: (name) =>
    `По имени «${name}» здесь есть несколько человек. Введите @ и выберите, кого имели в виду.`,
};
