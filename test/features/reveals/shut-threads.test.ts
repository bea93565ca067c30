import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import type { Place } from '../../../src/chat/place.ts';
import { PlatformError, type PlatformFault } from '../../../src/chat/platform.ts';
import { roundById } from '../../../src/db/rounds.ts';
import type { Round } from '../../../src/db/tables.ts';
import { trackById } from '../../../src/db/tracks.ts';
import { revealRound } from '../../../src/features/reveals/reveal-round.ts';
import { askRound } from '../../../src/features/rounds/ask-round.ts';
import { streakOf } from '../../../src/features/standings/boards.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const ann = { id: 'ann', name: 'Ann' };

let platform: QuietPlatform;
let scene: Scene;
beforeEach(async () => {
  platform = quietPlatform('discord');
  scene = await openScene(platform);
});
afterEach(() => scene.close());

describe('a question that is deleted before its thread is opened', () => {
  it('counts for nothing, stops nothing, and takes no other round with it', async () => {
    const healthy = await scene.ask();
    await scene.form(ann, healthy, 'In time.');
    const openThread = platform.openThread.bind(platform);
    platform.openThread = () => Promise.reject(fault({ code: 'message-gone' }));
    const lost = await scene.ask();
    expect(await fresh(lost)).toMatchObject({ status: 'void' });
    expect(await standing()).toMatchObject({ current: 1, answered: 1 });
    expect(await track()).toMatchObject({ status: 'active', suspendedReason: null });
    platform.openThread = openThread;
    await scene.reveal(healthy);
    expect(titles()).toEqual(['Question 1', 'Question 2', 'Answer to question 1']);
  });

  it('gives no point to someone who answered it in a hurry', async () => {
    platform.openThread = () => Promise.reject(fault({ code: 'busy' }));
    await expect(scene.ask()).rejects.toThrow('busy');
    const [round] = await scene.world.context.db.selectFrom('rounds').selectAll().execute();
    if (!round) throw new Error('no round');
    await scene.form(ann, round, 'Quick.');
    expect(await standing()).toMatchObject({ current: 1 });
    platform.openThread = () => Promise.reject(fault({ code: 'message-gone' }));
    await askRound(scene.world.context, round.id);
    expect(await standing()).toMatchObject({ current: 0, answered: 0 });
  });
});

describe('a reveal', () => {
  it.each(['thread-gone', 'thread-locked'] as const)(
    'goes to the channel where its thread refuses it (%s)',
    async (code) => {
      const round = await scene.ask();
      inThread(() => Promise.reject(fault({ code })));
      await scene.reveal(round);
      expect(titles()).toEqual(['Question 1', 'Answer to question 1']);
      expect(platform.posts.at(-1)?.ref).not.toHaveProperty('thread');
      expect(await track()).toMatchObject({ status: 'active' });
    },
  );

  it('that went to the channel, and whose confirmation was lost, is not said again', async () => {
    const round = await scene.ask();
    const post = platform.post.bind(platform);
    platform.post = async (...given) => {
      if (given[0].thread) throw fault({ code: 'thread-locked' });
      await post(...given);
      throw fault({ code: 'in-doubt' });
    };
    await expect(scene.reveal(round)).rejects.toThrow('in-doubt');
    platform.find = (place, key) =>
      Promise.resolve(
        platform.posts.find((sent) => sent.key === key && sent.ref.thread === place.thread)?.ref,
      );
    inThread(() => Promise.reject(fault({ code: 'thread-locked' })), post);
    await revealRound(scene.world.context, round.id);
    expect(titles()).toEqual(['Question 1', 'Answer to question 1']);
    expect(await fresh(round)).toMatchObject({ status: 'revealed' });
  });

  it('that went to the thread before that was deleted is not looked for there', async () => {
    const round = await scene.ask();
    inThread(() => Promise.reject(fault({ code: 'in-doubt' })));
    await expect(scene.reveal(round)).rejects.toThrow('in-doubt');
    const gone = fault({ code: 'thread-gone' });
    inThread(() => Promise.reject(gone));
    const find = platform.find.bind(platform);
    platform.find = (place, ...rest) =>
      place.thread ? Promise.reject(gone) : find(place, ...rest);
    await revealRound(scene.world.context, round.id);
    expect(titles()).toEqual(['Question 1', 'Answer to question 1']);
  });

  it.each(['rejected', 'forbidden', 'message-gone'] as const)(
    'is complete where its question cannot be shown as closed (%s)',
    async (code) => {
      const round = await scene.ask();
      platform.edit = () => Promise.reject(fault({ code }));
      await scene.reveal(round);
      expect(await fresh(round)).toMatchObject({ status: 'revealed' });
      expect(await track()).toMatchObject({ status: 'active' });
    },
  );

  it('is gone on with later where the platform is too busy to show its question as closed', async () => {
    const round = await scene.ask();
    platform.edit = () => Promise.reject(fault({ code: 'busy' }));
    await expect(scene.reveal(round)).rejects.toThrow('busy');
    expect(await fresh(round)).toMatchObject({ status: 'closed' });
  });
});

const fault = (given: PlatformFault): PlatformError =>
  new PlatformError(given, 'as the test asked');

function inThread(act: () => Promise<never>, elsewhere = platform.post.bind(platform)): void {
  platform.post = (place: Place, message: Message, key: string) =>
    place.thread ? act() : elsewhere(place, message, key);
}

const titles = () => platform.posts.map(({ text }) => text.split('\n')[0]);

const track = () => trackById(scene.world.context.db, scene.track.id);

const fresh = ({ id }: Round) => roundById(scene.world.context.db, id);

async function standing() {
  const member = await scene.member(ann);
  return streakOf(scene.world.context.db, scene.track.id, member?.id ?? 0);
}
