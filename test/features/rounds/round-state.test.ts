import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { roundById, type RoundChange } from '../../../src/db/rounds.ts';
import type { Round, RoundStatus } from '../../../src/db/tables.ts';
import { inTransaction } from '../../../src/delivery/in-transaction.ts';
import {
  moveRound,
  moveRounds,
  ROUND_MOVES,
  type RoundMove,
} from '../../../src/features/rounds/round-state.ts';
import { voidRound } from '../../../src/features/rounds/void-round.ts';
import { drawnMoves, movesOf } from '../../support/drawn-moves.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { readSources } from '../../support/source.ts';
import { openScene, type Scene } from '../scene.ts';

const STATES: readonly RoundStatus[] = ['claimed', 'open', 'closed', 'revealed', 'void'];

/** The pairs of states that a round may pass between, as people are told they are. */
const ALLOWED = [
  ...['claimed → open', 'claimed → void'],
  ...['open → closed', 'open → void'],
  'closed → revealed',
];

const at = new Date('2026-11-24T10:00:00Z');
const message = { workspace: 'w1', channel: 'c1', message: 'm1' };

const MOVES: readonly RoundMove[] = [
  { type: 'open', openedAt: at, message },
  { type: 'close', closedAt: at, excused: [] },
  { type: 'reveal' },
  { type: 'void-unposted', reason: 'could not be posted' },
  { type: 'void-deleted', reason: 'its question was deleted' },
];

const CASES = MOVES.flatMap((move) => STATES.map((status) => ({ move, status, name: move.type })));
const fits = ({ move, status }: (typeof CASES)[number]): boolean =>
  ROUND_MOVES[move.type].from.some((from) => from === status);

let scene: Scene;
let round: Round;
beforeAll(async () => {
  scene = await openScene(quietPlatform('discord'));
  round = await scene.ask();
});
afterAll(() => scene.close());

/** The round, put into a state past the machine. */
async function putInto(status: RoundStatus): Promise<Round> {
  const fresh = { openedAt: null, closedAt: null, message: null, voidReason: null };
  return scene.world.context.db
    .updateTable('rounds')
    .set({ status, ...fresh })
    .where('id', '=', round.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

describe("a round's state machine", () => {
  it('has these pairs of states and no other', () => {
    const pairs = Object.values(ROUND_MOVES).flatMap(({ from, to }) =>
      from.map((state) => `${state} → ${to}`),
    );
    expect(pairs.toSorted()).toEqual(ALLOWED.toSorted());
  });

  it('is tried below with every move', () => {
    expect(MOVES.map(({ type }) => type)).toEqual(Object.keys(ROUND_MOVES));
  });

  it.each(CASES.filter(fits))('makes the move $name from $status', async ({ move, status }) => {
    await putInto(status);
    const moved = await moveRound(scene.world.context.db, round.id, move);
    const { to } = ROUND_MOVES[move.type];
    expect(moved).toMatchObject({ type: 'moved', round: { id: round.id, status: to } });
    expect(await roundById(scene.world.context.db, round.id)).toMatchObject({ status: to });
  });

  it.each(CASES.filter((one) => !fits(one)))(
    'refuses the move $name from $status and changes nothing',
    async ({ move, status }) => {
      const before = await putInto(status);
      const moved = await moveRound(scene.world.context.db, round.id, move);
      expect(moved).toEqual({ type: 'unfit', status });
      expect(await roundById(scene.world.context.db, round.id)).toEqual(before);
    },
  );

  it('says of a round that is not there that it has no state', async () => {
    const moved = await moveRound(scene.world.context.db, 999, { type: 'reveal' });
    expect(moved).toEqual({ type: 'unfit', status: undefined });
  });

  it('closes several rounds at once, and leaves alone those that are not open', async () => {
    const { db } = scene.world.context;
    const other = await scene.ask();
    const third = await scene.ask();
    await putInto('revealed');
    const ids = [round.id, other.id, third.id];
    const move = { type: 'close', closedAt: at, excused: [third.id] } as const;
    const moved = await moveRounds(db, ids, move);
    expect(moved.map(({ id }) => id).toSorted()).toEqual([other.id, third.id]);
    expect(await roundById(db, other.id)).toMatchObject({ status: 'closed', excused: false });
    expect(await roundById(db, third.id)).toMatchObject({ status: 'closed', excused: true });
    expect(await roundById(db, round.id)).toMatchObject({ status: 'revealed', closedAt: null });
  });

  it('does not log a round as void that is not', async () => {
    const { context, logged } = scene.world;
    await putInto('open');
    const voiding = { roundId: round.id, type: 'void-unposted', reason: 'too late' } as const;
    const voided = await inTransaction(context, (inside) => voidRound(inside, voiding));
    expect(voided).toBe(false);
    expect(logged.filter(({ msg }) => msg === 'voided a round')).toEqual([]);
  });

  it('has no other code that writes the state', async () => {
    const write = /updateTable\('rounds'\)\s*\.set\(\{[^}]*\bstatus\b/;
    const writers = (await readSources(['src', 'scripts'])).filter(({ text }) => write.test(text));
    expect(writers.map(({ path }) => path)).toEqual(['src/features/rounds/round-state.ts']);
  });

  it('is the only way to another state: an update of a round cannot write it', () => {
    expectTypeOf<{ status: 'open' }>().not.toExtend<RoundChange>();
    expectTypeOf<{ closesAt: Date }>().toExtend<RoundChange>();
  });

  it('is drawn in docs/architecture.md as it is', async () => {
    const page = await readFile('docs/architecture.md', 'utf8');
    expect(drawnMoves(page, { begins: 'claimed' })).toEqual(movesOf(ROUND_MOVES));
  });
});
