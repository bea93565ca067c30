import { cut } from '../../chat/cut.ts';
import { isolated } from '../../chat/displayable.ts';
import { type Block, lead, type Message, message, type PictureBlock } from '../../chat/message.ts';
import { bold, type RichText } from '../../chat/text.ts';
import type { RoundsAhead } from '../../domain/calendar.ts';
import type { EndedPeriod } from '../../domain/digest.ts';
import type { Language } from '../../domain/language.ts';
import { dayText, nearDayText } from '../../i18n/day-text.ts';
import { aheadText } from '../calendar/skips-text.ts';
import { inline } from '../decks/prose.ts';
import { leaderboardWords } from '../leaderboard/words/index.ts';
import { standingsWords } from '../standings/words/index.ts';
import { digestWords } from './words/index.ts';

export interface DigestFacts {
  readonly language: Language;
  readonly track: number;
  /** The titles of its decks. */
  readonly deck: string;
  readonly period: ToldDays;
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
  /** The topic of the next question; left out where it would give the question away. */
  readonly topic?: string;
  /** The board; left out where it could not be drawn. */
  readonly picture?: PictureBlock;
}

type ToldDays = Pick<EndedPeriod, 'every' | 'from' | 'until'>;

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
  const { language, period, picture } = facts;
  return message([
    { type: 'heading', text: digestTitle(language, period) },
    { type: 'note', text: [standingsWords(language).trackLine(facts)] },
    { type: 'text', text: [digestWords(language).tookPart(facts)] },
    ...boardBlocks(facts),
    ...(picture ? [picture] : []),
    ...streakBlocks(facts),
    ...missedBlocks(facts),
    { type: 'text', text: nextText(facts) },
  ]);
}

/** What is left of a digest once somebody is forgotten whom it may have named. */
export function redactedDigestCard(language: Language, period: ToldDays): Message {
  return message([
    { type: 'heading', text: digestTitle(language, period) },
    { type: 'note', text: [digestWords(language).redacted] },
  ]);
}

export function digestTitle(language: Language, { every, from, until }: ToldDays): string {
  const days = `${nearDayText(from, language, until)} – ${dayText(until, language)}`;
  return digestWords(language).headings[every](days);
}

function nextText({ language, ahead, topic }: DigestFacts): RichText {
  const next = aheadText(ahead, language);
  return topic === undefined ? next : [...next, ` ${digestWords(language).topic(topic)}`];
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
