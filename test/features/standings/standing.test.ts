import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Round } from '../../../src/db/tables.ts';
import { updateTrack } from '../../../src/db/tracks.ts';
import { inTransaction } from '../../../src/delivery/in-transaction.ts';
import { dayAt } from '../../../src/domain/day.ts';
import { announceAway } from '../../../src/features/away/announce-away.ts';
import { askRound } from '../../../src/features/rounds/ask-round.ts';
import { voidRound } from '../../../src/features/rounds/void-round.ts';
import { watchRounds } from '../../../src/features/rounds/watch-rounds.ts';
import { readBoard, streakOf } from '../../../src/features/standings/boards.ts';
import { removeTrack } from '../../../src/features/track-admin/remove-track.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN = { id: 'ann', name: 'Ann' };

let platform: QuietPlatform;
let scene: Scene;

beforeEach(async () => {
  platform = quietPlatform();
  scene = await openScene(platform);
});
afterEach(() => scene.close());

/** Ann's streak and points as they are stored. */
async function standing() {
  const { db } = scene.world.context;
  const trackId = scene.track.id;
  const member = await scene.member(ANN);
  const streak = await streakOf(db, trackId, member?.id ?? 0);
  const wish = { memberId: member?.id ?? 0, page: 1 };
  const { own: row } = await readBoard(db, { trackId, period: 'all' }, wish);
  return { current: streak?.current, longest: streak?.longest, points: row?.points ?? 0 };
}

/** A question that stands in the channel and was answered, though the bot does not know yet that it does. */
async function answeredInDoubt(): Promise<Round> {
  platform.loseAnswer();
  const round = await scene.ask().catch(() => scene.newest());
  expect(round.status).toBe('claimed');
  const submitted = await scene.form(ANN, round, 'An answer.');
  expect(submitted).toMatchObject({ type: 'accepted', streak: { current: 1 } });
  return round;
}

it('counts an answer to a question whose post is in doubt', async () => {
  const round = await answeredInDoubt();
  expect(await standing()).toEqual({ current: 1, longest: 1, points: 1 });
  await askRound(scene.world.context, round.id);
  await scene.reveal(round);
  expect(await standing()).toEqual({ current: 1, longest: 1, points: 1 });
});

it('counts it no more once its round is void', async () => {
  const round = await answeredInDoubt();
  const { context } = scene.world;
  const why = { type: 'void-unposted', reason: 'could not be posted in time' } as const;
  await inTransaction(context, (inside) => voidRound(inside, { roundId: round.id, ...why }));
  expect(await standing()).toEqual({ current: 0, longest: 0, points: 0 });
});

it('counts it no more once its track is removed before the post was found', async () => {
  await answeredInDoubt();
  await removeTrack(scene.world.context, scene.track.id);
  expect(await standing()).toEqual({ current: 0, longest: 0, points: 0 });
});

it('is right where rounds close in another order than they opened in', async () => {
  const { context, clock } = scene.world;
  const answering = (days: number) =>
    updateTrack(context.db, scene.track.id, { answeringSeconds: days * 86_400 });
  const first = await scene.ask();
  await scene.form(ANN, first, 'An answer.');
  await scene.reveal(first);
  await answering(9);
  await scene.ask();
  await answering(1 / 3);
  const third = await scene.ask();
  await scene.form(ANN, third, 'Another.');
  await scene.reveal(third);
  expect(await standing()).toMatchObject({ current: 2, longest: 2 });
  await scene.reveal(await scene.ask());
  expect(await standing()).toMatchObject({ current: 0, longest: 2 });
  clock.advance({ hours: 10 * 24 });
  await watchRounds(context);
  // The long round is over now, and the two answers were not one after the other.
  expect(await standing()).toEqual({ current: 0, longest: 1, points: 2 });
});

it('does not change where a track with a round that a member was away for moves to another zone', async () => {
  const { context } = scene.world;
  const first = await scene.ask();
  await scene.form(ANN, first, 'An answer.');
  await scene.reveal(first);
  const second = await scene.ask();
  const day = dayAt(second.closesAt ?? new Date(NaN), 'UTC');
  const { id: memberId } = (await scene.member(ANN)) ?? { id: 0 };
  const { workspaceId } = scene.track;
  await announceAway(context, { memberId, workspaceId }, { from: day, until: day });
  await scene.reveal(second);
  // There that round began and ended a day earlier.
  await updateTrack(context.db, scene.track.id, { timezone: 'Pacific/Pago_Pago' });
  await scene.form(ANN, await scene.ask(), 'Another.');
  expect(await standing()).toEqual({ current: 2, longest: 2, points: 2 });
});
