import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Track } from '../../../src/db/tables.ts';
import { insertTrack, lockTrack, trackById } from '../../../src/db/tracks.ts';
import { saveWorkspace } from '../../../src/db/workspaces.ts';
import { inTransaction } from '../../../src/delivery/in-transaction.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { SuspendReason } from '../../../src/domain/suspend-reason.ts';
import { alertManagers } from '../../../src/features/suspension/alert-managers.ts';
import { resumeTrack } from '../../../src/features/suspension/resume-track.ts';
import { suspendTrack, type SuspensionAlert } from '../../../src/features/tracks/suspend-track.ts';
import { Postponed } from '../../../src/jobs/queue.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

const platform = quietPlatform('slack');
let world: World;
beforeAll(async () => {
  world = await openWorld({ platforms: [platform] });
  await seedDeck(world.context.db, { name: 'llm', questions: [{ id: 'softmax' }] });
});
afterAll(() => world.close());
beforeEach(() => platform.fail(undefined));

describe('when a track stops', () => {
  it('its channel is told once why, in the track’s language, and how to go on', async () => {
    const track = await makeTrack('en');
    const alert = await stop(track, 'deck-empty');
    await alert();
    await alert();
    expect(told(track)).toEqual([
      [
        'The questions in this channel have stopped',
        'The reason: no question fits its decks, language, topics and difficulties. Add questions to a deck, or choose differently with /track edit.',
        `Then someone who may manage Whetstone starts it again: /track resume (track ${track.id}).`,
      ].join('\n'),
    ]);
  });

  it('is told once, too, by a job that an earlier version left in the queue', async () => {
    const track = await makeTrack('en');
    await stop(track, 'rejected');
    const left = { trackId: track.id, parking: 'a1' };
    await alertManagers(world.context, left);
    await alertManagers(world.context, left);
    expect(told(track)).toHaveLength(1);
    const sent = world.context.db.selectFrom('deliveries').select('key');
    const key = `track-${track.id}-parked-a1`;
    expect(await sent.where('key', 'like', `${key}%`).execute()).toHaveLength(1);
  });

  it('says it in Russian where the track does', async () => {
    const track = await makeTrack('ru');
    await (
      await stop(track, 'forbidden: files:write')
    )();
    expect(told(track)[0]).toContain('в канале у Whetstone нет права «files:write». Выдайте его.');
  });

  it('is told again when it stops again', async () => {
    const track = await makeTrack('en');
    await (
      await stop(track, 'rejected')
    )();
    await resumeTrack(world.context, track.id);
    await (
      await stop(track, 'rejected')
    )();
    expect(told(track)).toHaveLength(2);
  });

  it('says nothing where it was mended before anyone could be told', async () => {
    const track = await makeTrack('en');
    const alert = await stop(track, 'rejected');
    await resumeTrack(world.context, track.id);
    await alert();
    expect(told(track)).toEqual([]);
  });

  it('leaves a line in the log where the channel itself cannot be told', async () => {
    const track = await makeTrack('en');
    const alert = await stop(track, 'channel-gone');
    platform.fail({ code: 'channel-gone' });
    await alert();
    expect(told(track)).toEqual([]);
    expect(world.logged).toContainEqual(
      expect.objectContaining({
        track: track.id,
        reason: 'channel-gone',
        msg: 'a track is suspended, and its channel cannot be told',
      }),
    );
  });

  it('waits where the platform is busy, and tells then', async () => {
    const track = await makeTrack('en');
    const alert = await stop(track, 'rejected');
    platform.fail({ code: 'busy', retryAfter: 7000 });
    await expect(alert()).rejects.toMatchObject({ seconds: 7 });
    await expect(alert()).rejects.toBeInstanceOf(Postponed);
    platform.fail(undefined);
    await alert();
    expect(told(track)).toHaveLength(1);
  });
});

async function makeTrack(language: Language): Promise<Track> {
  const { db } = world.context;
  const workspace = await saveWorkspace(db, { platform: 'slack', externalId: 'T1' });
  const [deck] = await db.selectFrom('decks').select('id').execute();
  const { count } = await db
    .selectFrom('tracks')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return insertTrack(db, {
    workspaceId: workspace.id,
    channel: `C${count}`,
    deckIds: deck ? [deck.id] : [],
    topics: [],
    difficulties: [],
    cron: '0 10 * * *',
    timezone: 'UTC',
    answeringSeconds: null,
    language,
    nextDueAt: null,
  });
}

/** Suspends the track and hands over the job that came of it. */
async function stop({ id }: Track, reason: SuspendReason): Promise<() => Promise<void>> {
  const { context } = world;
  await inTransaction(context, async (inside) => {
    const track = await lockTrack(inside.db, id);
    if (track) await suspendTrack(inside, { trackId: id, reason });
  });
  expect(await trackById(context.db, id)).toMatchObject({ status: 'suspended', nextDueAt: null });
  const jobs = await world.waitingJobs();
  const data = jobs.findLast((job) => job.name === 'alert')?.data;
  if (!data) throw new Error('nobody would be told');
  return () => alertManagers(context, data as SuspensionAlert);
}

function told({ channel }: Track): readonly string[] {
  return platform.posts.filter((post) => post.ref.channel === channel).map((post) => post.text);
}
