import type { Track } from '../../src/db/tables.ts';
import { submitAnswer } from '../../src/features/answers/submit-answer.ts';
import type { Bench } from './open-bench.ts';

/** The least that a write can be: one row by its key. A hundred keys over and over. */
export function upsertRow({ db }: Bench, turn: number): Promise<unknown> {
  const at = new Date();
  return db
    .insertInto('deliveries')
    .values({ key: `bench-${turn % 100}`, place: '{}', startedAt: at, attemptedAt: at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ attemptedAt: at }))
    .execute();
}

export interface Answering {
  readonly round: number;
  readonly track: Track;
  /** The how-manieth of the people of the track's past. */
  readonly person: number;
}

/** An answer by form, as the verb takes it. */
export async function giveAnswer(
  { context }: Bench,
  { round, track, person }: Answering,
): Promise<void> {
  const at = new Date();
  const name = `${track.channel}-${person}`;
  const submitted = await submitAnswer(context, round, {
    workspaceId: track.workspaceId,
    member: { id: name, name },
    source: 'form',
    ...{ sourceKey: `form-${person}`, gesture: `form-${person}` },
    text: 'Attention weighs every token by its relevance to the one at hand.',
    anonymous: false,
    ...{ saidAt: at, revisedAt: at },
  });
  if (submitted.type !== 'accepted') throw new Error(`not accepted: ${submitted.type}`);
}
