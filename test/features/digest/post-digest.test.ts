import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MemberProfile } from '../../../src/chat/event.ts';
import { type EditOptions, type Platform, PlatformError } from '../../../src/chat/platform.ts';
import {
  claimDigests,
  type ClaimedDigest,
  digestJob,
} from '../../../src/features/digest/claim-digests.ts';
import { saveDigest } from '../../../src/features/digest/digests.ts';
import { postDigest } from '../../../src/features/digest/post-digest.ts';
import { redactDigest } from '../../../src/features/digest/redact-digest.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const PEOPLE: readonly MemberProfile[] = ['Ann', 'Bo', 'Cy', 'Di', 'Eve'].map((name) => ({
  ...{ id: name.toLowerCase(), name },
}));
const POINTS = JSON.stringify([
  { id: 'rank', label: 'The update has a low rank', phrasings: ['two narrow matrices'] },
]);
const quiet = () => quietPlatform('discord');

let platform: ReturnType<typeof quiet>;
let scene: Scene;

/** Lets so many answer a round, which is revealed or stays open, and posts the digest of its week. */
async function digestOf(answers: number, state: 'revealed' | 'open'): Promise<string> {
  const { context, clock } = scene.world;
  const round = await scene.ask();
  await sql`update rounds set question = jsonb_set(question, '{en,keyPoints}', ${POINTS})`.execute(
    context.db,
  );
  for (const who of PEOPLE.slice(0, answers)) {
    await scene.form(who, round, 'I have never heard of it and would have to look it up.');
  }
  if (state === 'revealed') await scene.reveal(round);
  await saveDigest(context, scene.track, { every: 'week' });
  const dueAt = clock.peek().getTime();
  const drawPicture = () => Promise.resolve(new Uint8Array(1));
  await postDigest(
    { ...context, drawPicture },
    { trackId: scene.track.id, period: round.week, dueAt },
  );
  const [digest, ...others] = platform.posts.filter(({ key }) => key.includes('digest'));
  expect(others).toEqual([]);
  return digest?.text ?? '';
}

describe('a digest', () => {
  let edits: (EditOptions | undefined)[];
  let takes: (message: Parameters<Platform['post']>[1]) => boolean;
  beforeEach(async () => {
    platform = quiet();
    takes = () => true;
    edits = [];
    scene = await openScene({
      ...platform,
      async post(place, message, key) {
        if (takes(message)) return platform.post(place, message, key);
        throw new PlatformError({ code: 'forbidden' }, 'no files here');
      },
      edit(ref, message, options) {
        edits.push(options);
        return platform.edit(ref, message);
      },
    });
  });
  afterEach(() => scene.close());

  it('tells of the point that most missed, of five at least', async () => {
    expect(await digestOf(5, 'revealed')).toContain('Not in 5 of 5 answers to question 1');
  });

  it('tells of none where fewer can be compared', async () => {
    expect(await digestOf(4, 'revealed')).not.toContain('most people missed');
  });

  it('gives away nothing of a round that is open', async () => {
    const text = await digestOf(5, 'open');
    expect(text).toContain('5 people took part, with 5 answers to 1 question.');
    expect(text).not.toContain('most people missed');
  });

  it('says nothing where fewer than two answers were given', async () => {
    expect(await digestOf(1, 'revealed')).toBe('');
  });

  it('comes in words where a channel takes no picture', async () => {
    takes = ({ blocks }) => blocks.every(({ type }) => type !== 'picture');
    expect(await digestOf(2, 'revealed')).toContain('2 people took part');
  });

  it('is redacted with its picture, which the platform is to keep no more', async () => {
    await digestOf(2, 'revealed');
    const { trackId, week: period } = await scene.newest();
    const since = scene.world.clock.peek().toISOString();
    await redactDigest(scene.world.context, { trackId, period, since });
    expect(edits.at(-1)).toEqual({ deletesPictures: true });
  });

  it('of an hour that the clock skips comes once, at the hour that follows', async () => {
    const { context, clock } = scene.world;
    const track = { ...scene.track, timezone: 'Australia/Sydney' };
    await context.db.updateTable('tracks').set({ timezone: track.timezone }).execute();
    clock.set('2028-09-28T00:00:00Z');
    const round = await scene.ask();
    for (const who of PEOPLE.slice(0, 2)) await scene.form(who, round, 'An answer.');
    await scene.reveal(round);
    await saveDigest(context, track, { every: 'month', minute: 2 * 60 + 30 });
    // On the first of October Sydney's clocks go from 2:00, which is 16:00 in UTC, straight to 3:00.
    const postedAt: string[] = [];
    for (const at of ['15:59', '16:00', '16:30', '17:30']) {
      clock.set(`2028-09-30T${at}:00Z`);
      await claimDigests(context);
      for (const { name, data } of await scene.world.takeJobs()) {
        if (name !== digestJob.name) continue;
        postedAt.push(at);
        await postDigest(context, data as ClaimedDigest);
      }
    }
    expect(postedAt).toEqual(['16:00']);
    const digests = platform.posts.filter(({ key }) => key.includes('digest'));
    expect(digests.map(({ text }) => text)).toEqual([
      expect.stringContaining('The past month: 1 September – 30 September 2028'),
    ]);
  });
});
