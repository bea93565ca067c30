import type { en } from '../en/index.ts';
import { unitFormat } from '../unit.ts';

const list = new Intl.ListFormat('ru');

export const schedule: typeof en.schedule = {
  everyDay: (time) => `каждый день в ${time}`,
  weekdays: (time) => `по будням в ${time}`,
  weekends: (time) => `по выходным в ${time}`,
  onDays: (days, time) => `по ${list.format(days.map((day) => DAYS[day] ?? ''))} в ${time}`,
  untilNext: 'до следующего вопроса',
  lasting: (count, unit) => unitFormat('ru', count, unit),
};

const DAYS = [
  'воскресеньям',
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
];
