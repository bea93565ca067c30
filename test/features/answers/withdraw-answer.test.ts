import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onThreadEvent } from '../../../src/features/answers/on-thread-event.ts';
import { listCountedAnswers } from '../../../src/features/standings/counted-answers.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene(quietPlatform());
});
afterEach(() => scene.close());

const ANN = { id: 'ann', name: 'Ann' };

describe('a deleted message of which the platform does not tell the thread', () => {
  it.each([
    ['withdraws the answer it gave', {}, 1],
    ['withdraws nothing of another channel', { channel: 'c2' }, 2],
    ['withdraws nothing of another workspace', { workspace: 'w2' }, 2],
    ['withdraws nothing where it is not known', { message: 'unknown' }, 2],
  ])('%s', async (_, change, left) => {
    const { context } = scene.world;
    const round = await scene.ask();
    const message = await scene.write(ANN, round, 'First.');
    await scene.write({ id: 'bob', name: 'Bob' }, round, 'Second.');
    const { workspace, channel, message: id } = message.ref;
    const ref = { workspace, channel, message: id, ...change };
    const event = { type: 'deleted', platform: 'discord', ref } as const;
    await onThreadEvent(context, event);
    await onThreadEvent(context, event);
    expect(await listCountedAnswers(context.db, round.id)).toHaveLength(left);
  });
});
