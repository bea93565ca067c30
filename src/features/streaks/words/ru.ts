import { countRu } from '../../../i18n/plural.ts';
import type { en } from './en.ts';

export const ru: typeof en = {
  command: { name: 'серия', does: 'Ваша серия или серия другого участника' },
  memberOption: { name: 'участник', does: 'Чья серия; если не указать — ваша' },

  streakHeading: (name) => `Серия: ${name}`,
  myStreakHeading: 'Ваша серия',
  current: 'Сейчас',
  longest: 'Самая длинная',
  freezes: 'Заморозки',
  answered: 'Вовремя отвечено',
  rounds: (count) => countRu(count, 'раунд', 'раунда', 'раундов'),
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
  },
  streakRule: ({ rounds, most }) =>
    `Серия — это раунды подряд, на которые вы ответили до закрытия; паузы раундов не создают, а сбои и дни, о которых вы предупредили, серию не прерывают. Каждый ${rounds}-й ответ серии даёт заморозку: она прощает один пропуск, а хранится их не больше ${most}.`,
  unknownMember: 'Этот человек здесь ещё не участвовал.',
  nobodyNamed: (name) =>
    `Человек по имени «${name}» здесь ещё не участвовал. Введите @ и выберите, кого имели в виду.`,
  severalNamed: (name) =>
    `По имени «${name}» здесь есть несколько человек. Введите @ и выберите, кого имели в виду.`,
};
