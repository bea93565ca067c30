import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { updateTrack } from '../../../src/db/tracks.ts';
import type { Context } from '../../../src/delivery/context.ts';
import { submitAnswer } from '../../../src/features/answers/submit-answer.ts';
import { forgetMember } from '../../../src/features/privacy/forget-member.ts';
import { revealNow } from '../../../src/features/reveals/reveal-now.ts';
import { removeTrack } from '../../../src/features/track-admin/remove-track.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { untilRow } from '../../support/settled.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN = { id: 'ann', name: 'Ann' };
const BOB = { id: 'bob', name: 'Bob' };

let platform: QuietPlatform;
let scene: Scene;
beforeEach(async () => {
  platform = quietPlatform('discord');
  scene = await openScene(platform);
});
afterEach(() => scene.close());

/** Resolves when some transaction waits for another one’s lock. */
async function untilOneWaits(): Promise<void> {
  const { db } = scene.world.context;
  await untilRow(
    async () => {
      const { rows } = await sql`
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
      `.execute(db);
      return rows.length > 0;
    },
    () => 'a transaction that waits',
  );
}

interface Interrupted<T> {
  /** What the work between came to; there once it has begun. */
  readonly result: Promise<T>;
  readonly context: Context;
}

/** A context whose transactions, in the middle, see `other` begin and come to wait for them. */
function interruptedBy<T>(other: () => Promise<T>): Interrupted<T> {
  const { context } = scene.world;
  const begun = Promise.withResolvers<T>();
  // Where it fails, so does the work around it, or the test that waits for it.
  begun.promise.catch(() => undefined);
  const once = async (): Promise<void> => {
    other().then(begun.resolve, begun.reject);
    await untilOneWaits();
  };
  return {
    result: begun.promise,
    context: {
      ...context,
      clock: {
        ...context.clock,
        async now(db) {
          await once();
          return context.clock.now(db);
        },
      },
      async enqueue(...args) {
        await once();
        await context.enqueue(...args);
      },
    },
  };
}

describe('an answer that is being saved', () => {
  type End = (context: Context, track: number) => Promise<{ readonly type: string }>;
  const ENDS: readonly (readonly [string, End, { readonly type: string }])[] = [
    ['its round is revealed by hand', revealNow, { type: 'closed' }],
    ['its track is removed', removeTrack, { type: 'removed' }],
  ];

  it.each(ENDS)('is saved where %s meanwhile', async (_, end, ended) => {
    const { world, track } = scene;
    const round = await scene.ask();
    if (!round.thread) throw new Error('the round has no thread');
    const { context, result } = interruptedBy(() => end(world.context, track.id));
    const submitted = await submitAnswer(context, round.id, {
      ...{ workspaceId: track.workspaceId, member: ANN, source: 'thread', anonymous: false },
      ...{ sourceKey: 'm1', gesture: 'm1', text: 'In the nick of time.' },
      ...{ saidAt: world.clock.peek(), revisedAt: world.clock.peek() },
      message: { ...round.thread, message: 'm1' },
    });
    expect(submitted).toMatchObject({ type: 'accepted', streak: { current: 1 } });
    expect(await result).toMatchObject(ended);
  });
});

describe('a manager who has themselves forgotten', () => {
  it('is forgotten where the round of their track is revealed by hand meanwhile', async () => {
    const { world, track } = scene;
    const round = await scene.ask();
    await scene.form(ANN, round, 'A manager’s answer.');
    await scene.form(BOB, round, 'Another one.');
    const ann = await scene.member(ANN);
    if (!ann) throw new Error('Ann is not known');
    await updateTrack(world.context.db, track.id, { managedBy: ann.id });
    const { context, result } = interruptedBy(() => revealNow(world.context, track.id));
    expect(await forgetMember(context, ann.id)).toMatchObject({ answers: 1 });
    expect(await result).toMatchObject({ type: 'closed' });
    expect(await scene.member(ANN)).toBeUndefined();
  });
});

describe('a question that is being posted', () => {
  const removed = { status: 'void', voidReason: 'the track was removed', openedAt: null };

  /** The track is removed after the question has reached the platform, and before that is on record. */
  const removeWhilePosting = (then: () => void = () => undefined): void => {
    const post = platform.post.bind(platform);
    platform.post = async (...args) => {
      const ref = await post(...args);
      await removeTrack(scene.world.context, scene.track.id);
      then();
      return ref;
    };
  };

  it('opens no round where its track is removed meanwhile', async () => {
    removeWhilePosting();
    const openThread = vi.spyOn(platform, 'openThread');
    expect(await scene.ask()).toMatchObject(removed);
    expect(openThread).not.toHaveBeenCalled();
    expect(scene.world.logged.filter(({ msg }) => msg === 'voided a round')).toHaveLength(1);
  });

  it('is given up for nothing more where its track is removed meanwhile', async () => {
    removeWhilePosting(() => {
      throw new PlatformError({ code: 'message-refused' }, 'as the test asked');
    });
    expect(await scene.ask()).toMatchObject({ ...removed, failure: null });
    expect((await scene.world.waitingJobs()).map(({ name }) => name)).not.toContain('tell-failure');
  });
});
