import { rich } from '../../../chat/text.ts';
import type { en } from './en.ts';

export const ru: typeof en = {
  nextQuestions: (times) => rich`Следующие вопросы: ${times}.`,
  skipped: (days) => `Без вопросов: ${days.join('; ')}.`,
  faults: {
    unreadable: (given) =>
      `«${given}» — не дата. Напишите 2026-12-24 или 24.12.2026 либо две даты через тире.`,
    over: (given) => `«${given}» уже в прошлом. Проверьте год.`,
    backwards: ({ from, until }) => `${until} раньше, чем ${from}. Сначала укажите первый день.`,
    tooFar: ({ given, latest }) =>
      `«${given}» — слишком далеко: последним днём может быть самое позднее ${latest}.`,
    tooMany: (most) =>
      `Пропускать можно не больше ${most} дней или периодов. Объедините соседние дни в один период.`,
  },
};
