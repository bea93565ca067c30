import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/chat/message.ts';
import { plainText } from '../../src/chat/plain.ts';
import { noteCard } from '../../src/delivery/note-card.ts';
import { leaderboardCard } from '../../src/features/leaderboard/leaderboard-card.ts';
import { roundFailedCard } from '../../src/features/rounds/round-failed-card.ts';
import { streakCard } from '../../src/features/streaks/streak-card.ts';
import { decisionCard } from '../../src/features/suggestions/decision-card.ts';
import { personSpan } from '../../src/features/suggestions/looking-through.ts';
import { suspendedElsewhereCard } from '../../src/features/suspension/suspended-card.ts';
import { render as onDiscord } from '../../src/platforms/discord/render.ts';
import { render as onSlack } from '../../src/platforms/slack/render.ts';

const NAME = 'عمر الخيام';
const ISOLATED = `\u2068${NAME}\u2069`;

const board = (name: string): Message =>
  leaderboardCard({
    ...{ language: 'ru', deck: 'LLM', track: 1, others: [], period: 'all', page: 1, pages: 1 },
    rows: [{ place: 1, name, points: 2, streak: 3, memberId: 7 }],
  });

describe('a name that is written from right to left', () => {
  it.each<[string, Message]>([
    ['a leaderboard', board(NAME)],
    ['the heading of a streak', streakCard({ language: 'en', name: NAME, streaks: [] })],
    [
      'a note on a decision',
      decisionCard({ language: 'en', approved: true, question: 'Why?', workspace: NAME }),
    ],
    [
      'a letter about a track that stopped',
      suspendedElsewhereCard({
        ...{ language: 'en', number: 1, reason: 'channel-gone', channel: 'C1' },
        workspace: NAME,
      }),
    ],
    [
      'a letter about a round that failed',
      roundFailedCard({
        ...{ language: 'en', number: 1, part: 'answer' },
        where: { channel: 'C1', workspace: NAME },
      }),
    ],
    [
      'a field',
      { blocks: [{ type: 'text', text: [personSpan('en', { id: 'u1', name: NAME }), ' — 2'] }] },
    ],
  ])('is isolated in %s on every platform', (_, card) => {
    expect(plainText(card)).toContain(ISOLATED);
    expect(JSON.stringify(onDiscord(card).body)).toContain(ISOLATED);
    expect(JSON.stringify(onSlack(card, () => undefined))).toContain(ISOLATED);
  });

  it('ends a letter about a track, of which the reader suggested nothing', () => {
    const card = suspendedElsewhereCard({
      ...{ language: 'en', number: 1, reason: 'channel-gone', channel: 'C1' },
      workspace: NAME,
    });
    expect(plainText(card).split('\n').at(-1)).toBe(`In ${ISOLATED}.`);
  });

  it('cannot end its isolate from within', () => {
    expect(plainText(board(`${NAME}\u2069 9`))).toContain(`\u2068${NAME} 9\u2069`);
  });

  it('needs no marks where it is written from left to right', () => {
    expect(plainText(board('Ann'))).toContain('1. Ann — 2 очка');
    expect(plainText(noteCard('\u2068left open'))).toBe('left open');
  });
});
