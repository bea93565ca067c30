/** Days of the week as cron numbers them: Sunday is 0. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** In the order people list them. */
export const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const WEEKEND: readonly Weekday[] = [6, 0];

/** The ways people write each day in English and in Russian, in those cases a schedule needs. */
const NAMES: Readonly<Record<Weekday, readonly string[]>> = {
  0: ['sun', 'sunday', 'sundays', 'вс', 'воскресенье', 'воскресеньям'],
  1: ['mon', 'monday', 'mondays', 'пн', 'понедельник', 'понедельникам'],
  2: ['tue', 'tuesday', 'tuesdays', 'вт', 'вторник', 'вторникам'],
  3: ['wed', 'wednesday', 'wednesdays', 'ср', 'среда', 'среду', 'средам'],
  4: ['thu', 'thursday', 'thursdays', 'чт', 'четверг', 'четвергам'],
  5: ['fri', 'friday', 'fridays', 'пт', 'пятница', 'пятницу', 'пятницам'],
  6: ['sat', 'saturday', 'saturdays', 'сб', 'суббота', 'субботу', 'субботам'],
};

const BY_NAME: ReadonlyMap<string, Weekday> = new Map(
  WEEK.flatMap((day) => NAMES[day].map((name) => [name, day] as const)),
);

export function weekdayNamed(name: string): Weekday | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** Without repetition, Monday first. */
export function inOrder(days: readonly Weekday[]): readonly Weekday[] {
  return WEEK.filter((day) => days.includes(day));
}

/** Both in the order of the week. */
export function sameDays(some: readonly Weekday[], others: readonly Weekday[]): boolean {
  return some.join() === others.join();
}
