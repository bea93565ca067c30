import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { Track, TrackStatus } from '../../../src/db/tables.ts';
import { trackById, type TrackChange } from '../../../src/db/tracks.ts';
import {
  moveTrack,
  TRACK_MOVES,
  type TrackMove,
} from '../../../src/features/tracks/track-state.ts';
import { drawnMoves, movesOf } from '../../support/drawn-moves.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { readSources } from '../../support/source.ts';
import { openScene, type Scene } from '../scene.ts';

const STATES: readonly TrackStatus[] = ['active', 'paused', 'suspended', 'removed'];

/** The pairs of states that a track may pass between, by every move that takes it there. */
const ALLOWED = [
  ...['active → paused: pause', 'active → suspended: suspend', 'active → removed: remove'],
  'paused → active: end-pause',
  ...['paused → active: resume', 'paused → suspended: suspend', 'paused → removed: remove'],
  ...[
    'suspended → active: recover',
    'suspended → active: resume',
    'suspended → paused: recover-paused',
  ],
  'suspended → removed: remove',
];

const nextDueAt = new Date('2026-11-24T10:00:00Z');

const MOVES: readonly TrackMove[] = [
  { type: 'pause', resumesAt: null },
  { type: 'suspend', reason: 'channel-gone', refusal: '10003 Unknown Channel' },
  { type: 'end-pause', nextDueAt },
  { type: 'resume', nextDueAt },
  { type: 'recover', nextDueAt },
  { type: 'recover-paused' },
  { type: 'remove' },
];

const CASES = MOVES.flatMap((move) => STATES.map((status) => ({ move, status, name: move.type })));
const fits = ({ move, status }: (typeof CASES)[number]): boolean =>
  TRACK_MOVES[move.type].from.some((from) => from === status);

let scene: Scene;
beforeAll(async () => {
  scene = await openScene(quietPlatform('discord'));
});
afterAll(() => scene.close());

/** The track, put into a state past the machine. */
async function putInto(status: TrackStatus): Promise<Track> {
  const suspended =
    status === 'suspended'
      ? { suspendedReason: 'rejected', suspendedDetail: 'no', suspendedFrom: 'paused' as const }
      : { suspendedReason: null, suspendedDetail: null, suspendedFrom: null };
  return scene.world.context.db
    .updateTable('tracks')
    .set({ status, ...suspended, nextDueAt: status === 'active' ? nextDueAt : null })
    .where('id', '=', scene.track.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

const stored = () => trackById(scene.world.context.db, scene.track.id);

describe("a track's state machine", () => {
  it('has these pairs of states and no other', () => {
    const pairs = Object.entries(TRACK_MOVES).flatMap(([name, { from, to }]) =>
      from.map((state) => `${state} → ${to}: ${name}`),
    );
    expect(pairs.toSorted()).toEqual(ALLOWED.toSorted());
  });

  it('is tried below with every move', () => {
    expect(MOVES.map(({ type }) => type)).toEqual(Object.keys(TRACK_MOVES));
  });

  it.each(CASES.filter(fits))('makes the move $name from $status', async ({ move, status }) => {
    await putInto(status);
    const moved = await moveTrack(scene.world.context.db, scene.track.id, move);
    const { to } = TRACK_MOVES[move.type];
    expect(moved).toMatchObject({ type: 'moved', track: { id: scene.track.id, status: to } });
    const due = to === 'active' ? nextDueAt : null;
    const suspended =
      to === 'suspended'
        ? { suspendedReason: 'channel-gone', suspendedDetail: '10003 Unknown Channel' }
        : { suspendedReason: null, suspendedDetail: null, suspendedFrom: null };
    expect(await stored()).toMatchObject({ status: to, nextDueAt: due, ...suspended });
  });

  it.each(CASES.filter((one) => !fits(one)))(
    'refuses the move $name from $status and changes nothing',
    async ({ move, status }) => {
      const before = await putInto(status);
      const moved = await moveTrack(scene.world.context.db, scene.track.id, move);
      expect(moved).toEqual({ type: 'unfit', status });
      expect(await stored()).toEqual(before);
    },
  );

  it.each(['active', 'paused'] as const)('keeps that a suspended track was %s', async (status) => {
    await putInto(status);
    const move = { type: 'suspend', reason: 'deck-empty' } as const;
    await moveTrack(scene.world.context.db, scene.track.id, move);
    expect(await stored()).toMatchObject({ suspendedFrom: status, suspendedDetail: null });
  });

  it('says of a track that is not there that it has no state', async () => {
    const moved = await moveTrack(scene.world.context.db, 999, {
      type: 'pause',
      resumesAt: null,
    });
    expect(moved).toEqual({ type: 'unfit', status: undefined });
  });

  it('has no other code that writes the state', async () => {
    const write = /updateTable\('tracks'\)\s*\.set\(\{[^}]*\bstatus\b/;
    const writers = (await readSources(['src', 'scripts'])).filter(({ text }) => write.test(text));
    expect(writers.map(({ path }) => path)).toEqual(['src/features/tracks/track-state.ts']);
  });

  it('is the only way to another state: an update of a track cannot write it', () => {
    expectTypeOf<{ status: 'paused' }>().not.toExtend<TrackChange>();
    expectTypeOf<{ nextDueAt: Date }>().toExtend<TrackChange>();
  });

  it('is drawn in docs/architecture.md as it is', async () => {
    const page = await readFile('docs/architecture.md', 'utf8');
    expect(drawnMoves(page, { begins: 'active' })).toEqual(movesOf(TRACK_MOVES));
  });
});
