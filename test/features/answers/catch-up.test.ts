import type { KyselyPlugin } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ThreadMessage } from '../../../src/chat/event.ts';
import type { Round } from '../../../src/db/tables.ts';
import { catchUpRound } from '../../../src/features/answers/catch-up.ts';
import { withdrawThreadAnswer } from '../../../src/features/answers/withdraw-answer.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

let platform: QuietPlatform;
let scene: Scene;
let round: Round;
let history: ThreadMessage[];
beforeEach(async () => {
  platform = quietPlatform('discord');
  scene = await openScene(platform);
  round = await scene.ask();
  history = [];
  platform.threadHistory = () => Promise.resolve(history);
});
afterEach(() => scene.close());

describe('a thread that is read again', () => {
  it.each([1, 40])('costs one look at what is on record, with %i messages', async (count) => {
    history = Array.from({ length: count }, (_, index) => written(index));
    await catchUpRound(scene.world.context, round.id);
    expect(await texts()).toHaveLength(count);
    const nothing = await statements(() => (history = []));
    expect(
      await statements(() => (history = Array.from({ length: count }, (_, i) => written(i)))),
    ).toBe(nothing);
  });

  it('is an answer the richer, and no other is submitted', async () => {
    history = [written(1), written(2)];
    const two = await statements();
    const none = await statements();
    history = [written(1), written(2), written(3)];
    expect(await statements()).toBe(none + (two - none) / 2);
    expect(await texts()).toEqual(['text 1', 'text 2', 'text 3']);
  });

  it('brings an edit that nobody told of, once', async () => {
    history = [written(1), written(2)];
    await catchUpRound(scene.world.context, round.id);
    const none = await statements();
    history = [{ ...written(1), text: 'better', editedAt: minutes(7) }, written(2)];
    expect(await statements()).toBeGreaterThan(none);
    expect(await texts()).toEqual(['better', 'text 2']);
    expect(await statements()).toBe(none);
  });

  it('keeps an edit after the deadline beside what stood then, once', async () => {
    history = [written(1)];
    await catchUpRound(scene.world.context, round.id);
    const none = await statements();
    history = [{ ...written(1), text: 'too late', editedAt: minutes(9 * 60) }];
    await catchUpRound(scene.world.context, round.id);
    expect(await texts()).toEqual(['text 1', 'too late']);
    expect(await statements()).toBe(none);
  });

  it('brings nothing back that its author took away', async () => {
    history = [written(1)];
    await catchUpRound(scene.world.context, round.id);
    const { ref } = written(1);
    await withdrawThreadAnswer(scene.world.context, 'discord', ref);
    const none = await statements(() => (history = []));
    history = [{ ...written(1), text: 'again', editedAt: minutes(8) }];
    expect(await statements()).toBe(none);
    expect(await texts()).toEqual([]);
  });
});

const minutes = (count: number): Date =>
  new Date((round.openedAt ?? new Date()).getTime() + count * 60_000);

function written(index: number): ThreadMessage {
  if (!round.thread) throw new Error('the round has no thread');
  return {
    platform: 'discord',
    ref: { ...round.thread, message: `message-${index}` },
    member: { id: `member-${index}`, name: `Member ${index}` },
    text: `text ${index}`,
    at: minutes(5),
    gesture: `message-${index}`,
  };
}

/** Catches up, and returns how many statements that took. */
async function statements(before: () => void = () => undefined): Promise<number> {
  before();
  let count = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      count++;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const { context } = scene.world;
  await catchUpRound({ ...context, db: context.db.withPlugin(counting) }, round.id);
  return count;
}

async function texts(): Promise<readonly string[]> {
  const rows = await scene.world.context.db
    .selectFrom('answers')
    .select('text')
    .where('withdrawnAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ text }) => text);
}
