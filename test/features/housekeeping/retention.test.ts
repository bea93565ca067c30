import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemberProfile } from '../../../src/chat/event.ts';
import { announceAway } from '../../../src/features/away/announce-away.ts';
import { claimDigests } from '../../../src/features/digest/claim-digests.ts';
import { saveDigest, withDigests } from '../../../src/features/digest/digests.ts';
import { tidyUp } from '../../../src/features/housekeeping/feature.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN: MemberProfile = { id: 'ann', name: 'Ann' };
const BO: MemberProfile = { id: 'bo', name: 'Bo' };

let scene: Scene;
beforeEach(async () => {
  scene = await openScene(quietPlatform('discord'));
});
afterEach(() => scene.close());

const tidyAfter = async (days: number): Promise<void> => {
  scene.world.clock.advance({ hours: days * 24 });
  await tidyUp(scene.world.context);
};

const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}`.execute(scene.world.context.db);
  return rows[0]?.count ?? -1;
};

const streaks = () => scene.world.context.db.selectFrom('streaks').selectAll().execute();

/** A round that Ann answered in time and Bo only talked about afterwards. */
async function playRound(): Promise<void> {
  const round = await scene.ask();
  await scene.form(ANN, round, 'In time.');
  await scene.reveal(round);
  await scene.write(BO, round, 'I would have said the same.');
}

describe('what is kept', () => {
  it('of a thread’s talk is gone after ninety days, and no answer or streak with it', async () => {
    await playRound();
    const before = await streaks();
    await tidyAfter(89);
    expect(await count('answers')).toBe(2);
    await tidyAfter(2);
    expect(await count('answers')).toBe(1);
    expect(await streaks()).toEqual(before);
    const ann = await scene.member(ANN);
    const exported = JSON.stringify(await exportMember(scene.world.context, ann!.id));
    expect(exported).toContain('In time.');
  });

  it('of a round’s own posts stays, so that its reveal can still be edited', async () => {
    await playRound();
    const { db } = scene.world.context;
    const rounds = db.selectFrom('deliveries').where('key', 'like', 'round-%').selectAll();
    const before = await rounds.execute();
    expect(before.length).toBeGreaterThan(1);
    await tidyAfter(400);
    expect(await rounds.execute()).toEqual(before);
  });

  it('of delivered notes is gone after ninety days, and what is in doubt stays', async () => {
    const { db } = scene.world.context;
    await sql`
      insert into deliveries (key, place, started_at, attempted_at, done_at)
      select 'answer-' || n || '-late', '{}', now, now, case n when 1 then now end
      from generate_series(1, 2) n, (values (${scene.world.clock.peek()}::timestamptz)) t (now)
    `.execute(db);
    await tidyAfter(91);
    const left = await db.selectFrom('deliveries').select('key').execute();
    expect(left).toEqual([{ key: 'answer-2-late' }]);
  });

  it.each([
    ['drafts', 7],
    ['quiz_answers', 365],
  ])('of %s is gone after %i days', async (table, days) => {
    await scene.draft(ANN, { kind: 'suggestion' });
    await scene.quiz(ANN, 'Because of the gradient.');
    await sql`update drafts set created_at = ${scene.world.clock.peek()}`.execute(
      scene.world.context.db,
    );
    await tidyAfter(days - 1);
    expect(await count(table)).toBe(1);
    await tidyAfter(2);
    expect(await count(table)).toBe(0);
  });

  it('of outages stays as long as a round is open that they may excuse', async () => {
    const { db } = scene.world.context;
    const outage = () =>
      sql`
      insert into outages (platform, began_at, ended_at)
      values ('discord', ${scene.world.clock.peek()}, ${scene.world.clock.peek()})`.execute(db);
    await outage();
    const round = await scene.ask();
    await outage();
    await tidyAfter(91);
    expect(await count('outages')).toBe(1);
    await scene.reveal(round);
    await tidyAfter(1);
    expect(await count('outages')).toBe(0);
  });
});

describe('a workspace that removed the bot', () => {
  const leave = () =>
    scene.world.context.db
      .updateTable('workspaces')
      .set({ leftAt: scene.world.clock.peek() })
      .execute();

  it('is deleted whole after ninety days', async () => {
    await playRound();
    await scene.quiz(ANN, 'A quiz answer.');
    await scene.draft(ANN, { kind: 'suggestion' });
    const { id: memberId, workspaceId } = (await scene.member(ANN)) ?? { id: 0, workspaceId: 0 };
    await announceAway(scene.world.context, { memberId, workspaceId }, { from: 1, until: 2 });
    const { context, clock } = scene.world;
    const track = await context.db.selectFrom('tracks').selectAll().executeTakeFirstOrThrow();
    await saveDigest(context, track, { every: 'week' });
    const { dueAt } = await withDigests(context.db)
      .selectFrom('trackDigests')
      .select('dueAt')
      .executeTakeFirstOrThrow();
    clock.set(dueAt ?? '');
    await claimDigests(context);
    expect(await count('claimed_digests')).toBe(1);
    await leave();
    await tidyAfter(91);
    expect(await count('workspaces')).toBe(0);
    const everything = await scene.everything();
    for (const trace of ['"ann"', 'Ann', 'In time.', 'A quiz answer.', '"w1"']) {
      expect(everything).not.toContain(trace);
    }
  });

  it('that comes back before then has lost nothing', async () => {
    await playRound();
    await leave();
    await tidyAfter(80);
    await scene.world.context.db.updateTable('workspaces').set({ leftAt: null }).execute();
    await tidyAfter(9);
    expect(await count('workspaces')).toBe(1);
    expect(await count('answers')).toBe(2);
  });
});
