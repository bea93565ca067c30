import { rich } from '../../../chat/text.ts';
import { countRu } from '../../../i18n/plural.ts';
import type { en } from './en.ts';

/** «минуту» — for what is said of time after «за»; the platform's own units stand in the nominative. */
const UNITS = {
  second: ['секунду', 'секунды', 'секунд'],
  minute: ['минуту', 'минуты', 'минут'],
  hour: ['час', 'часа', 'часов'],
  day: ['день', 'дня', 'дней'],
} as const;

export const ru: typeof en = {
  title: 'Напоминание о сроке',
  lasting: ({ count, unit }) => countRu(count, UNITS[unit]),
  before: (time) => `за ${time} до конца раунда`,
  neverComes: (time) => `за ${time} до конца раунда; не приходит: раунды открыты не дольше этого`,
  change: 'Напоминание',
  formTitle: 'Напоминание',
  about: 'Одно сообщение в треде перед концом раунда. Никого не называет и не упоминает.',
  when: 'За сколько до срока',
  off: 'Выключено',
  other: 'Другое время',
  otherHint: 'Например: 90m, 3h или 2d; важнее того, что выбрано выше',
  save: 'Сохранить',
  faults: {
    invalid: (given) =>
      `«${given}» — не время. Напишите 30m, 2h или 1d, а если напоминаний не нужно — «выкл».`,
    tooShort: ({ given, least }) =>
      `«${given}» — слишком мало: напоминание приходит не позже чем за ${least} до конца раунда.`,
    tooLong: ({ given, most }) =>
      `«${given}» — слишком много: напоминание приходит не раньше чем за ${most} до конца раунда.`,
    beforeQuestion: ({ given, open }) =>
      `Раунды этой программы открыты ${open}: за «${given}» до срока вопроса ещё нет. Выберите время поменьше.`,
  },
  closesSoon: (at) => rich`Раунд закроется ${at}.`,
  answers: (count) => `Уже ${countRu(count, ['ответ', 'ответа', 'ответов'])}.`,
  answer: 'Ответить',
};
