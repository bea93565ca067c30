import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updateTrack } from '../../../src/db/tracks.ts';
import type { Context } from '../../../src/delivery/context.ts';
import { revealRound } from '../../../src/features/reveals/reveal-round.ts';
import { askRound } from '../../../src/features/rounds/ask-round.ts';
import { createSign } from '../../../src/features/rounds/running.ts';
import { watchRounds } from '../../../src/features/rounds/watch-rounds.ts';
import { trackStatus } from '../../../src/features/track-admin/track-status.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene(quietPlatform('slack'));
});
afterEach(() => scene.close());

it('a track whose platform this process has not set up claims no round, and waits for one that has', async () => {
  const { context, clock } = scene.world;
  const { db } = context;
  // The scene's track is on Discord.
  await updateTrack(db, scene.track.id, { nextDueAt: clock.peek() });
  const rounds = () => db.selectFrom('rounds').select(['number', 'status']).execute();
  await watchRounds(context);
  clock.advance({ days: 3 });
  await watchRounds(context);
  expect(await rounds()).toEqual([]);
  expect(await scene.world.waitingJobs()).toEqual([]);
  const platforms = new Map([['discord', quietPlatform()]] as const);
  await watchRounds({ ...context, platforms });
  expect(await rounds()).toEqual([{ number: 1, status: 'claimed' }]);
});

const WORKER = { isWorker: true };

describe('a job of a platform that this process has not set up', () => {
  /** The same database, in a process that has Discord. */
  const elsewhere = (): Context => ({
    ...scene.world.context,
    platforms: new Map([['discord', quietPlatform()]] as const),
  });

  /** A round that owes its reveal, asked by the other process. */
  async function owed(): Promise<number> {
    const { context, clock } = scene.world;
    await updateTrack(context.db, scene.track.id, { nextDueAt: clock.peek() });
    await watchRounds(elsewhere());
    const { id } = await scene.newest();
    await askRound(elsewhere(), id);
    await updateTrack(context.db, scene.track.id, { nextDueAt: null });
    clock.advance({ hours: 9 });
    await watchRounds(elsewhere());
    return id;
  }

  it('is due again at once where another running process has it, and is done there', async () => {
    const id = await owed();
    await createSign(elsewhere(), WORKER).give();
    await expect(revealRound(scene.world.context, id)).rejects.toMatchObject({ seconds: 2 });
    await revealRound(elsewhere(), id);
    expect(await scene.newest()).toMatchObject({ status: 'revealed' });
  });

  it('waits a minute where none has, and the status tells why', async () => {
    const id = await owed();
    await createSign(scene.world.context, WORKER).give();
    await expect(revealRound(scene.world.context, id)).rejects.toMatchObject({ seconds: 60 });
    const [report] = await trackStatus(scene.world.context);
    expect(report).toMatchObject({ waits: 'platform-not-set-up', lastRound: { status: 'closed' } });
  });
});
