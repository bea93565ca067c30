import { claimRound } from '../src/study/rounds/claim-round.ts';
import { submitAnswer } from '../src/study/answers/submit-answer.ts';
import { updateRound } from '../src/db/rounds.ts';
import type { Track } from '../src/db/tables.ts';
import type { Bench } from './ground.ts';
import { measure, table } from './measure.ts';

const ANSWERS = 1_000;
/** A year of weekdays. */
const ROUNDS = 260;
const DAY_MS = 24 * 3_600_000;

/** Taking an answer, with points and streak, against a bare upsert of one row. */
export async function benchAnswers(bench: Bench): Promise<string> {
  const fresh = await openRounds(bench, await bench.addTrack('fresh'), 1);
  const old = await openRounds(bench, await bench.addTrack('old'), ROUNDS);
  const rows = await measure(ANSWERS, {
    'upsert of one row': (turn) => upsert(bench, turn),
    'an answer in a track’s first round': (turn) => answer(bench, fresh, turn),
    [`an answer in its ${ROUNDS}th round`]: (turn) => answer(bench, old, turn),
  });
  return table(`${ANSWERS} answers, one after the other`, rows);
}

/** Rounds that are over, and a last one that is open; answers its id. */
async function openRounds({ context, db }: Bench, track: Track, count: number): Promise<number> {
  const now = Date.now();
  let id = 0;
  for (let age = count - 1; age >= 0; age--) {
    const dueAt = new Date(now - age * DAY_MS);
    const claimed = await db.transaction().execute((tx) => claimRound(context, tx, track, dueAt));
    if (claimed.type !== 'claimed') throw new Error(`not claimed: ${claimed.type}`);
    ({ id } = claimed.round);
    const status = age === 0 ? 'open' : 'revealed';
    const closesAt = new Date(dueAt.getTime() + DAY_MS / 2);
    await updateRound(db, id, { status, openedAt: dueAt, closesAt });
  }
  return id;
}

function upsert({ db }: Bench, turn: number): Promise<unknown> {
  const row = { id: `bench-${turn}`, memberId: null, body: '{}' };
  return db
    .insertInto('deliveries')
    .values({ key: row.id, place: row.body, startedAt: new Date(), attemptedAt: new Date() })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ attemptedAt: new Date() }))
    .execute();
}

async function answer({ context, workspaceId }: Bench, round: number, turn: number): Promise<void> {
  const at = new Date();
  const submitted = await submitAnswer(context, round, {
    workspaceId,
    member: { id: `member-${turn}`, name: `Member ${turn}` },
    source: 'form',
    sourceKey: `form-${turn}`,
    gesture: `form-${turn}`,
    text: 'Attention weighs every token by its relevance to the one at hand.',
    anonymous: false,
    saidAt: at,
    revisedAt: at,
  });
  if (submitted.type !== 'accepted') throw new Error(`not accepted: ${submitted.type}`);
}
