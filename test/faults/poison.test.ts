import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Track } from '../../src/db/tables.ts';
import { converse, deadlineOf, dueAt } from '../support/conversation.ts';
import { untilRow } from '../support/settled.ts';
import { openSlackStage } from '../support/slack/stage.ts';

const here = converse((now) => openSlackStage({ now }), { trouble: true });

/** Makes the database refuse every change to one track's rounds, as a broken row would. */
async function poison(trackId: number): Promise<void> {
  const { db } = here.bot.runtime.context;
  await sql`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'poisoned'; end $$
  `.execute(db);
  await sql`
    create trigger refuse before insert or update on rounds
      for each row when (new.track_id = ${sql.lit(trackId)}) execute function refuse()
  `.execute(db);
}

it('a track that cannot be opened, or closed, holds up none of the others', async () => {
  const { bot, stage } = here;
  const { db } = bot.runtime.context;
  const channels = ['one', 'two', 'three'].map((name) => stage.addChannel(name));
  const tracks: Track[] = [];
  for (const channel of channels) tracks.push(await bot.addTrack({ channel }));
  await bot.goTo(dueAt(1));
  const statuses = async () => {
    const rounds = db.selectFrom('rounds').select(['trackId', 'status']);
    const rows = await rounds.orderBy('trackId').orderBy('number').execute();
    return rows.map(
      ({ trackId, status }) => `${tracks.findIndex(({ id }) => id === trackId)} ${status}`,
    );
  };
  const until = (expected: readonly string[]) =>
    untilRow(
      async () => JSON.stringify(await statuses()) === JSON.stringify(expected),
      async () => JSON.stringify(await statuses()),
      10_000,
    );
  await until(['0 open', '1 open', '2 open']);
  await poison(tracks[0]!.id);
  await bot.goTo(deadlineOf(1));
  await until(['0 open', '1 revealed', '2 revealed']);
  await bot.goTo(dueAt(2));
  await until(['0 open', '1 revealed', '1 open', '2 revealed', '2 open']);
  expect(bot.errors.join()).toContain('poisoned');
});
