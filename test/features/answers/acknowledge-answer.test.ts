import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/chat/plain.ts';
import { type Platform, PlatformError, type PlatformFault } from '../../../src/chat/platform.ts';
import type { Round } from '../../../src/db/tables.ts';
import { trackById } from '../../../src/db/tracks.ts';
import { acknowledgeAnswer } from '../../../src/features/answers/acknowledge-answer.ts';
import { withRoundLock } from '../../../src/features/rounds/with-round.ts';
import { Postponed } from '../../../src/jobs/queue.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN = { id: 'ann', name: 'Ann' };

let refusal: PlatformFault | undefined;
let told: string[] = [];
let marked = 0;

/** Lets the bot do all but set marks, where a test asks for that. */
const platform: Platform = {
  ...quietPlatform(),
  acknowledge: () => {
    if (refusal) return Promise.reject(new PlatformError(refusal, 'no marks'));
    return Promise.resolve(void marked++);
  },
  tell: (_ref, { message }) => Promise.resolve(void told.push(plainText(message))),
};

describe('the author of an answer in a thread', () => {
  let scene: Scene;
  let round: Round;

  beforeAll(async () => {
    scene = await openScene(platform);
    round = await scene.ask();
  });
  afterAll(() => scene.close());
  beforeEach(() => {
    refusal = undefined;
    told = [];
    marked = 0;
  });

  async function answered(): Promise<number> {
    await scene.write(ANN, round, 'Weights tokens.');
    const jobs = await scene.world.waitingJobs();
    const last = jobs.filter((job) => job.name === 'acknowledge').at(-1);
    return (last?.data as { answerId: number }).answerId;
  }

  it('sees a mark on it', async () => {
    await acknowledgeAnswer(scene.world.context, await answered());
    expect([marked, told]).toEqual([1, []]);
  });

  it('sees it while another job, such as the reveal, is at work on the round', async () => {
    const { context } = scene.world;
    const answerId = await answered();
    await withRoundLock(context, round.id, () => acknowledgeAnswer(context, answerId));
    expect([marked, told]).toEqual([1, []]);
  });

  it('reads a note where no mark can be set, and the track goes on', async () => {
    refusal = { code: 'forbidden' };
    await acknowledgeAnswer(scene.world.context, await answered());
    expect(told).toEqual(['Your answer is saved.']);
    const track = await trackById(scene.world.context.db, scene.track.id);
    expect(track?.status).toBe('active');
  });

  it('is acknowledged later where the platform asks for patience', async () => {
    refusal = { code: 'busy', retryAfter: 3000 };
    const late = acknowledgeAnswer(scene.world.context, await answered());
    await expect(late).rejects.toThrow(Postponed);
  });
});
