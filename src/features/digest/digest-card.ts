import { cut } from '../../chat/cut.ts';
import { isolated } from '../../chat/displayable.ts';
import { type Block, lead, type Message, message } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { RoundsAhead } from '../../domain/calendar.ts';
import type { DigestPeriod, EndedPeriod } from '../../domain/digest.ts';
import type { Language } from '../../domain/language.ts';
import { dayText, nearDayText } from '../../i18n/day-text.ts';
import { aheadText } from '../calendar/skips-text.ts';
import { inline } from '../decks/prose.ts';
import { leaderboardWords } from '../leaderboard/words/index.ts';
import { digestWords } from './words/index.ts';

export interface DigestFacts {
  readonly language: Language;
  readonly every: DigestPeriod;
  readonly period: Pick<EndedPeriod, 'from' | 'until'>;
  /** How many took part. */
  readonly members: number;
  readonly answers: number;
  readonly rounds: number;
  /** The first places. */
  readonly board: readonly BoardLine[];
  readonly streaks: readonly StreakLine[];
  readonly moreStreaks: number;
  /** The key point that most left out; left out where too few answers could be compared. */
  readonly missed?: MissedPointFacts;
  readonly ahead: RoundsAhead;
}

interface StreakLine {
  readonly name: string;
  readonly rounds: number;
}

export interface MissedPointFacts {
  readonly label: string;
  readonly missed: number;
  readonly compared: number;
  /** The round's. */
  readonly number: number;
  readonly question: string;
}

interface BoardLine {
  readonly place: number;
  readonly name: string;
  readonly points: number;
  readonly streak: number;
}

/** The question is there to be remembered by. */
const QUESTION_LENGTH = 150;

/** A week or a month of a track in one message. */
export function digestCard(facts: DigestFacts): Message {
  const { language, every, period, ahead } = facts;
  const words = digestWords(language);
  const from = nearDayText(period.from, language, period.until);
  const days = `${from} – ${dayText(period.until, language)}`;
  return message([
    { type: 'heading', text: words.headings[every](days) },
    { type: 'text', text: [words.tookPart(facts)] },
    ...boardBlocks(facts),
    ...streakBlocks(facts),
    ...missedBlocks(facts),
    { type: 'text', text: aheadText(ahead, language) },
  ]);
}

function boardBlocks({ language, board, members }: DigestFacts): readonly Block[] {
  const { row } = leaderboardWords(language);
  const words = digestWords(language);
  const lines = board.map((line) => row({ ...line, name: isolated(line.name) }));
  const more = members - board.length;
  const text = [...lines, ...(more > 0 ? [words.more(more)] : [])].join('\n');
  return [lead(bold(words.board)), { type: 'text', text: [text] }];
}

function streakBlocks({ language, streaks, moreStreaks }: DigestFacts): readonly Block[] {
  if (streaks.length === 0) return [];
  const words = digestWords(language);
  const items = streaks.map(({ name, rounds }) => [words.streak({ name: isolated(name), rounds })]);
  const more = moreStreaks > 0 ? [[words.more(moreStreaks)]] : [];
  return [lead(bold(words.streaks)), { type: 'list', items: [...items, ...more] }];
}

function missedBlocks({ language, missed }: DigestFacts): readonly Block[] {
  if (!missed) return [];
  const words = digestWords(language);
  const question = cut(missed.question, QUESTION_LENGTH);
  return [
    lead(bold(words.missed)),
    { type: 'text', text: inline(missed.label) },
    { type: 'note', text: [`${words.missedBy(missed)} `, ...inline(question)] },
  ];
}
