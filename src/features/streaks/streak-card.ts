import { isolated } from '../../chat/displayable.ts';
import { type Block, lead, type Message, message, MOST_BUTTONS } from '../../chat/message.ts';
import { bold, type RichText } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import {
  type MarkedRound,
  type MarkKind,
  MOST_FREEZES,
  ROUNDS_PER_FREEZE,
  type Streak,
} from '../../domain/streak.ts';
import { memberNudgeButton, memberNudgeText } from '../nudge/member-nudge-card.ts';
import type { MemberNudge } from '../nudge/member-nudges.ts';
import { standingsWords } from '../standings/words/index.ts';
import { MARK_KINDS, signOf } from './mark-sign.ts';
import { whyButton } from './why-card.ts';
import { streakWords } from './words/index.ts';
import { yearButton } from './year/year-card.ts';

export interface StreakFacts {
  readonly language: Language;
  /** Left out: the reader's own. */
  readonly name?: string;
  /** Whether the reader is told privately of deadlines; left out for another's streak. */
  readonly nudge?: MemberNudge;
  readonly streaks: readonly {
    readonly deck: string;
    readonly track: number;
    readonly streak: Streak;
    readonly marks: readonly MarkedRound[];
  }[];
}

/** A member's streaks, a part for each track, with the last rounds as a row of marks. */
export function streakCard(facts: StreakFacts): Message {
  const words = streakWords(facts.language);
  const heading =
    facts.name === undefined ? words.myStreakHeading : words.streakHeading(isolated(facts.name));
  return message([
    { type: 'heading', text: heading },
    ...facts.streaks.flatMap((one) => streakBlocks(facts.language, one)),
    { type: 'note', text: legend(facts.language) },
    { type: 'note', text: [words.streakRule({ rounds: ROUNDS_PER_FREEZE, most: MOST_FREEZES })] },
    ...(facts.name === undefined ? whyBlocks(facts) : []),
    ...(facts.nudge ? nudgeBlocks(facts.language, facts.nudge) : []),
  ]);
}

function nudgeBlocks(language: Language, nudge: MemberNudge): readonly Block[] {
  const nudgeText = memberNudgeText(language, nudge);
  return [
    ...(nudgeText === undefined ? [] : [{ type: 'note', text: [nudgeText] } as const]),
    { type: 'buttons', buttons: [memberNudgeButton(language, nudge)] },
  ];
}

/** The row holds one button more: the one that leads to the year. */
const MOST_REASONS = MOST_BUTTONS - 1;

/** The buttons that lead to the reasons; only on a member's own card, since nobody else is told what they missed. */
function whyBlocks({ language, streaks }: StreakFacts): readonly Block[] {
  const words = streakWords(language);
  const tracks = streaks.slice(0, MOST_REASONS).map(({ track }) => track);
  const [only, ...more] = tracks;
  if (only === undefined) return [];
  const buttons =
    more.length > 0
      ? tracks.map((track) => whyButton(words.whyOfTrack(track), track))
      : [whyButton(words.whyButton, only)];
  return [{ type: 'buttons', buttons: [...buttons, yearButton(words.yearButton, only)] }];
}

function streakBlocks(
  language: Language,
  { deck, track, streak, marks }: StreakFacts['streaks'][number],
): readonly Block[] {
  const words = streakWords(language);
  return [
    lead(bold(standingsWords(language).trackLine({ deck, track }))),
    {
      type: 'fields',
      fields: [
        { name: words.current, value: [words.rounds(streak.current)] },
        { name: words.longest, value: [words.rounds(streak.longest)] },
        {
          name: words.freezes,
          value: [words.freezesHeld({ count: streak.freezes, most: MOST_FREEZES })],
        },
        { name: words.answered, value: [words.rounds(streak.answered)] },
      ],
    },
    { type: 'text', text: [`${words.lastRounds}:\n`, ...rowOf(marks, words.noRounds)] },
    ...inWords(language, marks),
  ];
}

/** The row of marks in words, for readers whose screen shows empty boxes or reads the marks out one by one. */
function inWords(language: Language, marks: readonly MarkedRound[]): readonly Block[] {
  if (marks.length === 0) return [];
  const words = streakWords(language);
  const runs = runsOf(marks).map(({ kind, count }) => words.marks[kind](count));
  return [{ type: 'note', text: [words.inWords(runs)] }];
}

function runsOf(marks: readonly MarkedRound[]): readonly { kind: MarkKind; count: number }[] {
  const runs: { kind: MarkKind; count: number }[] = [];
  for (const { kind } of marks) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.count++;
    else runs.push({ kind, count: 1 });
  }
  return runs;
}

function rowOf(marks: readonly MarkedRound[], none: string): RichText {
  return marks.length > 0 ? marks.map(({ kind }) => signOf(kind)) : [none];
}

/** What each sign means. */
function legend(language: Language): RichText {
  const meanings = streakWords(language).legend;
  return MARK_KINDS.flatMap((kind, index) => [
    ...(index > 0 ? [' · '] : []),
    signOf(kind),
    ` ${meanings[kind]}`,
  ]);
}
