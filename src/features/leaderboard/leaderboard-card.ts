import { isolated } from '../../chat/displayable.ts';
import {
  type Block,
  type Button,
  type Message,
  message,
  type PictureBlock,
} from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { type Period, PERIODS } from '../../domain/period.ts';
import { standingsWords } from '../standings/words/index.ts';
import type { BoardRowFacts } from './draw-board.ts';
import { leaderboardWords } from './words/index.ts';

export interface BoardTrack {
  readonly track: number;
  /** The titles of its decks. */
  readonly deck: string;
}

export interface LeaderboardFacts extends BoardTrack {
  readonly language: Language;
  /** Other tracks whose leaderboards the reader may mean. */
  readonly others: readonly BoardTrack[];
  readonly period: Period;
  readonly rows: readonly BoardRowFacts[];
  readonly mine?: BoardRowFacts;
  readonly page: number;
  readonly pages: number;
  /** The page as a picture, where that was asked for. */
  readonly picture?: PictureBlock | 'not-drawn';
}

/** A page of a leaderboard, with the reader's own place under it. */
export function leaderboardCard(facts: LeaderboardFacts): Message {
  return message([
    { type: 'heading', text: boardTitle(facts) },
    { type: 'note', text: [standingsWords(facts.language).trackLine(facts)] },
    { type: 'text', text: rowsText(facts) },
    ...mineBlocks(facts),
    { type: 'note', text: [footer(facts)] },
    ...pictureBlocks(facts),
    {
      type: 'buttons',
      buttons: [...periodButtons(facts), ...pageButtons(facts), ...pictureButton(facts)],
    },
    ...otherTracks(facts),
  ]);
}

export function boardTitle({
  language,
  period,
}: Pick<LeaderboardFacts, 'language' | 'period'>): string {
  const words = leaderboardWords(language);
  return `${words.boardHeading}: ${words.periods[period]}`;
}

function rowsText({ language, rows, mine }: LeaderboardFacts) {
  const words = leaderboardWords(language);
  if (rows.length === 0) return [words.empty];
  return rows.flatMap((row, index) => {
    const line = words.row({ ...row, name: isolated(row.name) });
    const shown = row.memberId === mine?.memberId ? bold(line) : line;
    return index === 0 ? [shown] : ['\n', shown];
  });
}

/** The reader's place, unless the page shows it already. */
function mineBlocks({ language, rows, mine }: LeaderboardFacts): readonly Block[] {
  const words = leaderboardWords(language);
  if (!mine) return rows.length === 0 ? [] : [{ type: 'text', text: [words.noPoints] }];
  if (rows.some((row) => row.memberId === mine.memberId)) return [];
  return [{ type: 'text', text: [bold(words.mine(mine))] }];
}

function footer({ language, page, pages }: LeaderboardFacts): string {
  const words = leaderboardWords(language);
  return pages > 1 ? `${words.pointsRule} ${words.page({ page, pages })}.` : words.pointsRule;
}

function periodButtons(facts: LeaderboardFacts): readonly Button[] {
  const words = leaderboardWords(facts.language);
  return PERIODS.map((period) => ({
    label: words.periodButtons[period],
    action: { name: 'leaderboard', args: [String(facts.track), period, '1'] },
    disabled: period === facts.period,
  }));
}

function pageButtons({
  language,
  track,
  period,
  page,
  pages,
}: LeaderboardFacts): readonly Button[] {
  const words = leaderboardWords(language);
  const to = (target: number) => ({
    name: 'leaderboard',
    // The mark tells apart a page and a period that lead to the same page.
    args: [String(track), period, String(target), 'page'],
  });
  return [
    ...(page > 1 ? [{ label: words.previous, action: to(page - 1) }] : []),
    ...(page < pages ? [{ label: words.next, action: to(page + 1) }] : []),
  ];
}

function pictureBlocks({ language, picture }: LeaderboardFacts): readonly Block[] {
  if (picture === undefined) return [];
  if (picture !== 'not-drawn') return [picture];
  return [{ type: 'note', text: [leaderboardWords(language).notDrawn] }];
}

/** The picture has a button of its own, since drawing takes longer than the words may wait. */
function pictureButton(facts: LeaderboardFacts): readonly Button[] {
  const { language, track, period, page, rows, picture } = facts;
  if (rows.length === 0 || (picture !== undefined && picture !== 'not-drawn')) return [];
  const args = [String(track), period, String(page), 'picture'];
  return [{ label: leaderboardWords(language).picture, action: { name: 'leaderboard', args } }];
}

/** One row of buttons on Discord. */
const OTHERS_SHOWN = 5;

/** The ways to the other tracks' leaderboards, for the same period. */
function otherTracks({ language, others, period }: LeaderboardFacts): readonly Block[] {
  if (others.length === 0) return [];
  const words = leaderboardWords(language);
  const buttons = others.slice(0, OTHERS_SHOWN).map(({ track, deck }) => ({
    label: words.otherTrack({ track, deck }),
    action: { name: 'leaderboard', args: [String(track), period, '1'] },
  }));
  const more = others.slice(OTHERS_SHOWN).map(({ track }) => track);
  return [
    { type: 'buttons', buttons },
    ...(more.length > 0 ? [{ type: 'note' as const, text: [words.moreTracks(more)] }] : []),
  ];
}
