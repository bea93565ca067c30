import { type Day, midnight } from '../domain/day.ts';
import type { Language } from '../domain/language.ts';
import { type DayMark, weekdayOf, type YearOfDays } from '../domain/year-of-rounds.ts';
import { monthNameText, weekdayText } from '../i18n/day-text.ts';
import { drawMark, MARK_SIZE } from './calendar-marks.ts';
import { drawHeading, INNER_WIDTH } from './heading.ts';
import { onPaper, PAPER } from './paper.ts';
import type { Fonts } from './text/fonts.ts';
import { layText } from './text/lay-text.ts';
import { createPen, type Pen } from './text/pen.ts';

/** A year of rounds as it is drawn; what is not a date is in the caller's words. */
export interface CalendarPicture {
  readonly type: 'calendar';
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly days: YearOfDays;
  /** Of the days that had a round. */
  readonly marks: ReadonlyMap<Day, DayMark>;
  /** What each mark means, in the order in which they are told. */
  readonly legend: readonly { readonly mark: DayMark | 'none'; readonly means: string }[];
}

const SMALL = 24;
const DAYS_A_WEEK = 7;

/** The weeks stand in two bands: in one they would be too small to tell the marks apart. */
const WEEKS_A_BAND = 27;
const PITCH = 38;
const WEEKDAYS_WIDTH = 62;
const BAND = { top: 236, height: 46 + DAYS_A_WEEK * PITCH + 26 } as const;
const LEGEND = {
  top: BAND.top + 2 * BAND.height + 4,
  height: 48,
  gap: 36,
  label: MARK_SIZE + 12,
} as const;

/** A year of rounds as an SVG: a column for each week, a row for each day of it. */
export function layCalendar(fonts: Fonts, calendar: CalendarPicture): string {
  const pen = createPen(fonts);
  const legend = layLegend(fonts, pen, calendar.legend);
  const grid = daysOf(calendar.days).map((day) => drawDay(pen, calendar, day));
  const summary = { x: PAPER.padding, y: 192, size: 28, fill: PAPER.ink, most: INNER_WIDTH };
  const content = [
    drawHeading(pen, calendar),
    pen(calendar.summary, summary),
    weekdays(pen, calendar),
    ...grid,
    legend.svg,
  ];
  return onPaper(LEGEND.top + legend.height + PAPER.padding - 16, content.join(''));
}

const daysOf = ({ from, until }: YearOfDays): readonly Day[] =>
  Array.from({ length: until - from + 1 }, (_, index) => from + index);

function placeOf({ from }: YearOfDays, day: Day): { readonly x: number; readonly y: number } {
  const week = Math.floor((day - from) / DAYS_A_WEEK);
  return {
    x: PAPER.padding + WEEKDAYS_WIDTH + (week % WEEKS_A_BAND) * PITCH,
    y: BAND.top + Math.floor(week / WEEKS_A_BAND) * BAND.height + 46 + weekdayOf(day) * PITCH,
  };
}

/** A day, and the name of its month over the first week that begins in it. */
function drawDay(pen: Pen, { days, marks, language }: CalendarPicture, day: Day): string {
  const { x, y } = placeOf(days, day);
  const mark = drawMark(marks.get(day) ?? 'none', x, y);
  const isFirst = weekdayOf(day) === 0 && midnight(day).getUTCDate() <= DAYS_A_WEEK;
  if (!isFirst) return mark;
  const name = monthNameText(day, language);
  return mark + pen(name, { x, y: y - 14, size: SMALL, fill: PAPER.muted, most: 4 * PITCH });
}

/** Every other day is named, beside each band. */
function weekdays(pen: Pen, { days, language }: CalendarPicture): string {
  const shown = [0, 2, 4, 6].flatMap((weekday) =>
    [0, WEEKS_A_BAND].map((week) => days.from + week * DAYS_A_WEEK + weekday),
  );
  return shown
    .map((day) => {
      const line = {
        x: PAPER.padding,
        y: placeOf(days, day).y + 25,
        size: SMALL,
        fill: PAPER.muted,
      };
      return pen(weekdayText(day, language), { ...line, most: WEEKDAYS_WIDTH });
    })
    .join('');
}

/** What the marks mean, in as many lines as it takes. */
function layLegend(fonts: Fonts, pen: Pen, legend: CalendarPicture['legend']) {
  let [x, y] = [PAPER.padding, LEGEND.top];
  const items = legend.map(({ mark, means }) => {
    const { width = 0 } = layText(fonts, means, { size: SMALL, most: INNER_WIDTH }) ?? {};
    if (x + LEGEND.label + width > PAPER.width - PAPER.padding) {
      [x, y] = [PAPER.padding, y + LEGEND.height];
    }
    const text = {
      x: x + LEGEND.label,
      y: y + 25,
      size: SMALL,
      fill: PAPER.ink,
      most: INNER_WIDTH,
    };
    const item = drawMark(mark, x, y) + pen(means, text);
    x += LEGEND.label + width + LEGEND.gap;
    return item;
  });
  return { svg: items.join(''), height: y + LEGEND.height - LEGEND.top };
}
