import {
  type Block,
  type Button,
  type Message,
  message,
  type PictureBlock,
} from '../../../chat/message.ts';
import type { Context } from '../../../delivery/context.ts';
import type { Language } from '../../../domain/language.ts';
import type { Streak } from '../../../domain/streak.ts';
import {
  countByMonth,
  type DatedMark,
  type DayMark,
  markDays,
  type YearOfDays,
} from '../../../domain/year-of-rounds.ts';
import { monthYearText } from '../../../i18n/day-text.ts';
import { standingsWords } from '../../standings/words/index.ts';
import { streakWords } from '../words/index.ts';

export interface YearFacts {
  readonly language: Language;
  readonly deck: string;
  readonly track: number;
  /** Other tracks whose year the reader may mean. */
  readonly others: readonly number[];
  readonly streak: Streak;
  readonly days: YearOfDays;
  readonly marks: readonly DatedMark[];
}

/** A year of the reader's rounds, month by month in words and, where it could be drawn, as a picture. */
export function yearCard(facts: YearFacts, picture: PictureBlock | undefined): Message {
  const words = streakWords(facts.language);
  const { title, subtitle, summary, months } = linesOf(facts);
  return message([
    { type: 'heading', text: title },
    { type: 'note', text: [subtitle] },
    { type: 'text', text: [summary] },
    ...(months.length > 0
      ? [{ type: 'list' as const, items: months.map((month) => [month]) }]
      : [{ type: 'text' as const, text: [words.noRounds] }]),
    picture ?? { type: 'note', text: [words.yearNotDrawn] },
    ...otherYears(facts),
  ]);
}

/** The picture of a year with its text beside it; undefined where it cannot be drawn soon. */
export async function drawYear(
  { drawPicture }: Pick<Context, 'drawPicture'>,
  facts: YearFacts,
): Promise<PictureBlock | undefined> {
  const { language, days, marks } = facts;
  const { title, subtitle, summary, months } = linesOf(facts);
  const means = streakWords(language).yearLegend;
  const png = await drawPicture({
    ...{ type: 'calendar', language, title, subtitle, summary, days },
    marks: markDays(marks),
    legend: IN_LEGEND.map((mark) => ({ mark, means: means[mark] })),
  });
  const alt = [title, subtitle, summary, ...months].join('\n');
  return png && { type: 'picture', png, name: 'year.png', alt };
}

const IN_LEGEND: readonly (DayMark | 'none')[] = [
  ...(['answered', 'frozen', 'missed', 'excused', 'away', 'open', 'before', 'none'] as const),
];

function linesOf({ language, deck, track, streak, marks }: YearFacts) {
  const words = streakWords(language);
  const answered = marks.filter(({ mark }) => mark === 'answered').length;
  return {
    title: words.yearHeading,
    subtitle: standingsWords(language).trackLine({ deck, track }),
    summary: words.yearSummary({ ...streak, answered }),
    months: countByMonth(marks).map(({ day, counts }) => {
      const told = counts.map(({ mark, count }) => words.marks[mark](count));
      return `${monthYearText(day, language)}: ${told.join(', ')}`;
    }),
  };
}

/** One row of buttons on Discord. */
const OTHERS_SHOWN = 5;

function otherYears({ language, others }: YearFacts): readonly Block[] {
  if (others.length === 0) return [];
  const words = streakWords(language);
  const buttons = others
    .slice(0, OTHERS_SHOWN)
    .map((track) => yearButton(words.yearOfTrack(track), track));
  return [{ type: 'buttons', buttons }];
}

/** Leads to the year of the reader's rounds in a track. */
export function yearButton(label: string, track: number): Button {
  return { label, action: { name: 'streak-year', args: [String(track)] } };
}
