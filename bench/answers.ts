import { sql } from 'kysely';
import type { Track } from '../src/db/tables.ts';
import { inTransaction } from '../src/delivery/in-transaction.ts';
import { submitAnswer } from '../src/features/answers/submit-answer.ts';
import { claimRound } from '../src/features/rounds/claim-round.ts';
import { measure, table } from './measure.ts';
import type { Bench } from './open-bench.ts';

const ANSWERS = 1_000;
/** A year of weekdays. */
const ROUNDS = 260;
const DAY_MS = 24 * 3_600_000;

/** Taking an answer, with points and streak, against a bare upsert of one row. */
export async function benchAnswers(bench: Bench): Promise<string> {
  const fresh = await openRounds(bench, await bench.addTrack('fresh'), 1);
  const year = await bench.addTrack('old');
  const old = await openRounds(bench, year, ROUNDS);
  await answerAll(bench, year);
  const rows = await measure(ANSWERS, {
    'upsert of one row': (turn) => upsert(bench, turn),
    'an answer in a track’s first round': (turn) => answer(bench, fresh, turn),
    [`an answer in a ${ROUNDS}th round, after ${ROUNDS - 1} of one’s own`]: (turn) =>
      answer(bench, old, turn),
  });
  return table(`${ANSWERS} answers, one after the other`, rows);
}

/** Rounds that are over, and a last one that is open; returns its id. */
async function openRounds({ context, db }: Bench, track: Track, count: number): Promise<number> {
  const now = Date.now();
  let id = 0;
  for (let age = count - 1; age >= 0; age--) {
    const dueAt = new Date(now - age * DAY_MS);
    const claimed = await inTransaction(context, (inside) => claimRound(inside, { track, dueAt }));
    if (claimed.type !== 'claimed') throw new Error(`not claimed: ${claimed.type}`);
    ({ id } = claimed.round);
    const status = age === 0 ? 'open' : 'revealed';
    const closesAt = new Date(dueAt.getTime() + DAY_MS / 2);
    const round = db.updateTable('rounds').where('id', '=', id);
    await round.set({ status, openedAt: dueAt, closesAt }).execute();
  }
  return id;
}

/** Everyone has answered every round that is over, so the fold has a year to go through. */
async function answerAll({ db, workspaceId }: Bench, track: Track): Promise<void> {
  await sql`
    insert into members (workspace_id, external_id, name)
    select ${workspaceId}, 'member-' || n, 'Member ' || n from generate_series(0, ${ANSWERS - 1}) n
    on conflict do nothing
  `.execute(db);
  await sql`
    insert into answers (round_id, member_id, source, source_key, gesture, text, said_at, revised_at, late)
    select r.id, m.id, 'form', 'past-' || m.id, 'past-' || m.id, 'An answer.', r.opened_at, r.opened_at, false
    from rounds r cross join members m
    where r.track_id = ${track.id} and r.status = 'revealed' and m.workspace_id = ${workspaceId}
  `.execute(db);
  await sql`analyze answers`.execute(db);
}

/** A hundred keys over and over: first an insert, then updates. */
function upsert({ db }: Bench, turn: number): Promise<unknown> {
  const at = new Date();
  return db
    .insertInto('deliveries')
    .values({ key: `bench-${turn % 100}`, place: '{}', startedAt: at, attemptedAt: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ attemptedAt: at }))
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
