import { unitFormat } from '../unit.ts';
import type { TimeUnit } from '../../domain/answering.ts';

const list = new Intl.ListFormat('en-GB');

/** When questions come and how long they stay open, in words. Times are on the track's own clock. */
export const schedule = {
  everyDay: (time: string) => `every day at ${time}`,
  weekdays: (time: string) => `on weekdays at ${time}`,
  weekends: (time: string) => `on weekends at ${time}`,
  /** `days`: of the week, Sunday is 0. */
  onDays: (days: readonly number[], time: string) =>
    `on ${list.format(days.map((day) => DAYS[day] ?? ''))} at ${time}`,
  untilNext: 'until the next question',
  lasting: (count: number, unit: TimeUnit) => unitFormat('en', count, unit),
};

const DAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];
