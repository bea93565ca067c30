import { rich } from '../../../chat/text.ts';
import type { en } from './en.ts';

export const ru: typeof en = {
  alertHeading: 'Вопросы в этом канале остановились',
  alertElsewhere: (number) => `Вопросы программы ${number} остановились`,
  alert: (reason) => rich`Причина: ${reason}`,
  alertResume: ({ number, resume }) =>
    rich`Затем тот, кто управляет Whetstone, запустит их снова: ${resume} (программа ${number}).`,
};
