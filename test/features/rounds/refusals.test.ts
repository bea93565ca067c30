import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/chat/plain.ts';
import { PlatformError, type PlatformFault } from '../../../src/chat/platform.ts';
import { roundById } from '../../../src/db/rounds.ts';
import { trackById } from '../../../src/db/tracks.ts';
import { redactReveal } from '../../../src/features/reveals/redact-reveal.ts';
import { revealRound } from '../../../src/features/reveals/reveal-round.ts';
import { askRound } from '../../../src/features/rounds/ask-round.ts';
import type { FailedPart } from '../../../src/features/rounds/jobs.ts';
import { tellFailure } from '../../../src/features/rounds/tell-failure.ts';
import { listCountedAnswers } from '../../../src/features/standings/counted-answers.ts';
import { alertManagers } from '../../../src/features/suspension/alert-managers.ts';
import { trackStatus } from '../../../src/features/track-admin/track-status.ts';
import type { SuspensionAlert } from '../../../src/features/tracks/suspend-track.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const REFUSAL = '200000 Message was blocked by automatic moderation';

let platform: QuietPlatform;
let scene: Scene;
let post: QuietPlatform['post'];
beforeEach(async () => {
  platform = quietPlatform('discord');
  post = platform.post.bind(platform);
  scene = await openScene(platform);
});
afterEach(() => scene.close());

describe('a question that the platform refuses', () => {
  it('costs its round, is told with the platform’s words, and the track goes on', async () => {
    refuse({ code: 'message-refused' });
    expect(await scene.ask()).toMatchObject({ status: 'void', failure: REFUSAL });
    expect(await track()).toMatchObject({ status: 'active' });
    const [report] = await trackStatus(scene.world.context);
    expect(report).toMatchObject({ failed: { number: 1, failure: REFUSAL } });
    allow();
    await tell();
    expect(texts()).toEqual([
      [
        'Question 1 could not be posted',
        `What the platform said: “${REFUSAL}”.`,
        'It counts for nobody and breaks no streak. The next question comes when it is due.',
      ].join('\n'),
    ]);
    expect(await scene.ask()).toMatchObject({ status: 'open', number: 2 });
  });

  it('suspends the track when it is the third in a row, and says why once', async () => {
    refuse({ code: 'message-refused' });
    for (let count = 0; count < 3; count++) await scene.ask();
    expect(await track()).toMatchObject({
      status: 'suspended',
      suspendedReason: 'rejected',
      suspendedDetail: REFUSAL,
    });
    allow();
    await tell();
    expect(texts().map((text) => text.split('\n')[0])).toEqual([
      'Question 1 could not be posted',
      'Question 2 could not be posted',
      'The questions in this channel have stopped',
    ]);
    expect(texts().at(-1)).toContain(REFUSAL);
  });

  it('with a code that nobody knows is tried again for a while before it costs its round', async () => {
    refuse({ code: 'rejected' });
    await expect(scene.ask()).rejects.toThrow('as the test asked');
    const { id } = await scene.newest();
    for (let count = 0; count < 5; count++) {
      await expect(askRound(scene.world.context, id)).rejects.toThrow('as the test asked');
    }
    expect(await roundById(scene.world.context.db, id)).toMatchObject({
      status: 'claimed',
      failure: REFUSAL,
      failures: 6,
    });
    scene.world.clock.advance({ minutes: 10 });
    await askRound(scene.world.context, id);
    expect(await roundById(scene.world.context.db, id)).toMatchObject({ status: 'void' });
    expect(await track()).toMatchObject({ status: 'active' });
  });

  it('is forgotten when it is posted after all', async () => {
    refuse({ code: 'rejected' });
    await expect(scene.ask()).rejects.toThrow('as the test asked');
    allow();
    const { id } = await scene.newest();
    await askRound(scene.world.context, id);
    expect(await scene.newest()).toMatchObject({ status: 'open', failure: null, failures: 0 });
  });

  it('because the channel is archived suspends the track, and says so', async () => {
    refuse({ code: 'channel-archived' });
    platform.lack('unarchive the channel');
    await scene.ask();
    expect(await track()).toMatchObject({
      status: 'suspended',
      suspendedReason: 'channel-archived',
    });
    allow();
    await tell();
    expect(texts()[0]).toContain('its channel is archived. Unarchive it');
  });
});

describe('what fails in Whetstone itself', () => {
  it('costs its round after some equal failures, and is told without its words', async () => {
    platform.post = () => Promise.reject(new RangeError('Maximum call stack size exceeded'));
    await expect(scene.ask()).rejects.toThrow(RangeError);
    const { id } = await scene.newest();
    for (let count = 0; count < 3; count++) {
      scene.world.clock.advance({ minutes: 4 });
      await expect(askRound(scene.world.context, id)).rejects.toThrow(RangeError);
    }
    await askRound(scene.world.context, id);
    expect(await scene.newest()).toMatchObject({
      status: 'void',
      failure: 'RangeError: Maximum call stack size exceeded',
    });
    allow();
    await tell();
    expect(texts()[0]).toContain('Something in Whetstone itself failed.');
    expect(texts()[0]).not.toContain('RangeError');
  });

  it('is counted anew when it fails in another way', async () => {
    let count = 0;
    platform.post = () => Promise.reject(new Error(`failure ${++count}`));
    await expect(scene.ask()).rejects.toThrow('failure 1');
    const { id } = await scene.newest();
    for (let more = 0; more < 9; more++) {
      scene.world.clock.advance({ minutes: 4 });
      await expect(askRound(scene.world.context, id)).rejects.toThrow('failure');
    }
    expect(await scene.newest()).toMatchObject({ status: 'claimed', failures: 1 });
  });

  it.each(['Connection terminated unexpectedly', 'Query read timeout'])(
    'is not what a database that is away says: %s',
    async (words) => {
      platform.post = () => Promise.reject(new Error(words));
      await expect(scene.ask()).rejects.toThrow(words);
      const { id } = await scene.newest();
      for (let count = 0; count < 9; count++) {
        scene.world.clock.advance({ minutes: 4 });
        await expect(askRound(scene.world.context, id)).rejects.toThrow(words);
      }
      expect(await scene.newest()).toMatchObject({ status: 'claimed', failures: 0 });
    },
  );
});

describe('a reveal that the platform refuses', () => {
  it('is given up: points stand, the question is closed, and the channel is told', async () => {
    const round = await scene.ask();
    await scene.form({ id: 'ann', name: 'Ann' }, round, 'An answer.');
    refuse({ code: 'message-refused' });
    await scene.reveal(round);
    const { db } = scene.world.context;
    expect(await roundById(db, round.id)).toMatchObject({ status: 'revealed', failure: REFUSAL });
    expect(await listCountedAnswers(db, round.id)).toHaveLength(1);
    expect(texts()[0]).toContain('Closed. 1 answer.');
    allow();
    await tell();
    expect(texts()[1]).toContain('The answer to question 1 could not be posted');
    expect(await track()).toMatchObject({ status: 'active' });
  });

  it('comes without what members sent where that is what is refused, and says so', async () => {
    const round = await scene.ask();
    await scene.form({ id: 'ann', name: 'Ann' }, round, 'A slur.');
    refuseText('A slur.');
    await scene.reveal(round);
    const { db } = scene.world.context;
    expect(await roundById(db, round.id)).toMatchObject({ status: 'revealed', failure: REFUSAL });
    const reveal = texts().find((text) => text.startsWith('Answer to question 1')) ?? '';
    expect(reveal).toContain('1 person answered in time.');
    expect(reveal).toContain('What people sent could not be shown here.');
    expect(reveal).toContain(`What the platform said: “${REFUSAL}”.`);
    expect(reveal).not.toContain('Ann');
    await tell();
    expect(texts()).toHaveLength(2);
    expect(texts()[0]).toContain('Closed. 1 answer.');
    expect(await listCountedAnswers(db, round.id)).toHaveLength(1);
    expect(await track()).toMatchObject({ status: 'active' });
  });

  it('says nothing of Ann once her data are deleted, where it came without them', async () => {
    const round = await scene.ask();
    await scene.form({ id: 'ann', name: 'Ann' }, round, 'A slur.');
    refuseText('A slur.');
    await scene.reveal(round);
    const since = scene.world.clock.peek().toISOString();
    await redactReveal(scene.world.context, { roundId: round.id, since });
    expect(texts().join()).not.toContain('A slur.');
  });

  it('is tried again where the platform is only busy when it comes without them', async () => {
    const round = await scene.ask();
    await scene.form({ id: 'ann', name: 'Ann' }, round, 'A slur.');
    refuseText('A slur.', { code: 'busy' });
    await expect(scene.reveal(round)).rejects.toThrow('as the test asked');
    expect(await scene.newest()).toMatchObject({ status: 'closed' });
    refuseText('A slur.');
    await revealRound(scene.world.context, round.id);
    expect(await scene.newest()).toMatchObject({ status: 'revealed' });
    expect(texts()).toHaveLength(2);
  });

  it('comes all the same where only its thread’s history is refused', async () => {
    const round = await scene.ask();
    platform.threadHistory = () => Promise.reject(fault({ code: 'message-refused' }));
    await scene.reveal(round);
    expect(await roundById(scene.world.context.db, round.id)).toMatchObject({ status: 'revealed' });
    expect(texts()).toHaveLength(2);
  });
});

describe('a thread that the platform refuses to open', () => {
  it('leaves the round open for answers by form, and is told', async () => {
    platform.openThread = () => Promise.reject(fault({ code: 'message-refused' }));
    const round = await scene.ask();
    expect(round).toMatchObject({ status: 'open', thread: null, failure: REFUSAL });
    await tell();
    expect(texts()[1]).toContain('The thread of question 1 could not be opened');
    await revealRound(scene.world.context, round.id);
    expect(await track()).toMatchObject({ status: 'active' });
  });
});

const fault = (given: PlatformFault): PlatformError =>
  new PlatformError(given, 'as the test asked', { refusal: REFUSAL });

const refuse = (given: PlatformFault): void =>
  void (platform.post = () => Promise.reject(fault(given)));

/** Refuses what holds a text as automatic moderation does; anything else goes through, or fails as told. */
const refuseText = (text: string, otherwise?: PlatformFault): void =>
  void (platform.post = async (place, message, key) => {
    if (plainText(message).includes(text)) throw fault({ code: 'message-refused' });
    if (otherwise) throw fault(otherwise);
    return post(place, message, key);
  });

const allow = (): void => void (platform.post = post);

const texts = (): readonly string[] => platform.posts.map(({ text }) => text);

const track = () => trackById(scene.world.context.db, scene.track.id);

/** Tells what is to be told. */
async function tell(): Promise<void> {
  const { context } = scene.world;
  for (const { name, data } of await scene.world.takeJobs()) {
    if (name === 'tell-failure') await tellFailure(context, data as FailedPart);
    if (name === 'alert') await alertManagers(context, data as SuspensionAlert);
  }
}
