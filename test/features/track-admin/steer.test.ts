import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertTrack, trackById, updateTrack } from '../../../src/db/tracks.ts';
import { endPauses } from '../../../src/features/rounds/end-pauses.ts';
import type { HandlersPerson } from '../../support/handlers-person.ts';
import { MONDAY } from '../../support/world.ts';
import { addTrack, openScene, type Scene } from './scene.ts';

let scene: Scene;
let manager: HandlersPerson;
let number: number;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.world.close());
beforeEach(async () => {
  scene.world.clock.set(MONDAY);
  scene.platform.lack();
  scene.platform.fail(undefined);
  manager = scene.newManager();
  number = await addTrack(manager);
});

/** Written past the state machine, because a newer version may have stored a reason unknown here. */
const suspend = (suspendedReason: string) =>
  scene.world.context.db
    .updateTable('tracks')
    .set({ status: 'suspended', suspendedReason, nextDueAt: null })
    .where('id', '=', number)
    .execute();

describe('/track pause and /track resume', () => {
  it('holds the questions back, and begins with the next that is due, not with those missed', async () => {
    expect((await manager.run('track pause')).text).toContain(`Track ${number} is paused`);
    scene.world.clock.set('2026-11-25T12:00:00Z');
    await scene.tick();
    expect(await scene.rounds(number)).toEqual([]);
    const resumed = await manager.run('track resume');
    expect(resumed.text).toBe(
      `Track ${number} goes on.\nThe next question comes 2026-11-26 10:00 UTC.`,
    );
    await scene.tick();
    expect(await scene.rounds(number)).toEqual([]);
  });

  it('lets an open round go on to its deadline', async () => {
    await manager.run('track ask');
    await scene.tick();
    await manager.run('track pause');
    scene.world.clock.set('2026-11-23T10:00:00Z');
    await scene.tick();
    expect(await scene.rounds(number)).toMatchObject([{ status: 'closed' }]);
  });

  it('says so where it is so already', async () => {
    expect((await manager.run('track resume')).text).toContain('is active already');
    await manager.run('track pause');
    expect((await manager.run('track pause')).text).toContain('is paused already');
  });
});

describe('/track pause until a day', () => {
  const ends = async () => {
    const { context } = scene.world;
    await endPauses(context);
    await endPauses(context);
  };

  it('lets the track go on by itself with the start of that day on its clock', async () => {
    const said = await manager.run('track pause', { until: '2026-12-01' });
    expect(said.text).toContain(`Track ${number} is paused until 1 December 2026`);
    const listed = await manager.run('track list');
    expect(listed.text).toContain('The next questions, by your clock: 2026-12-01 10:00 UTC');
    expect(listed.text).toContain('Pause until a day: 1 December 2026');
    await updateTrack(scene.world.context.db, number, { cron: '0 0 * * *' });
    scene.world.clock.set('2026-11-30T23:59:59Z');
    await ends();
    await scene.tick();
    expect(await scene.rounds(number)).toEqual([]);
    // The process was down at midnight: the round of midnight is asked all the same, once.
    scene.world.clock.set('2026-12-01T00:07:00Z');
    await Promise.all([ends(), ends()]);
    await scene.tick();
    await scene.tick();
    expect(await scene.rounds(number)).toMatchObject([{ dueAt: new Date('2026-12-01T00:00:00Z') }]);
    expect((await manager.run('track list')).text).not.toContain('Paused');
  });

  it('keeps the day where its zone is changed, and forgets it where somebody resumes it', async () => {
    await manager.run('track pause', { until: '2026-12-01' });
    const { context } = scene.world;
    const zone = { timezone: 'America/New_York' };
    const form = await manager.run('track edit', { track: `${number}`, ...zone });
    await manager.press(await manager.send(form, zone), 'Save');
    expect(await trackById(context.db, number)).toMatchObject({
      status: 'paused',
      resumesAt: new Date('2026-12-01T05:00:00Z'),
    });
    expect((await manager.run('track pause')).text).toContain(`Track ${number} is paused: no`);
    await manager.run('track pause', { until: 'tomorrow' });
    await manager.run('track resume');
    await manager.run('track pause');
    scene.world.clock.set('2026-12-02T00:00:00Z');
    await ends();
    expect(await trackById(context.db, number)).toMatchObject({ status: 'paused' });
  });

  it('refuses a day that is not in the future, and changes nothing', async () => {
    const said = await manager.run('track pause', { until: 'Christmas' });
    expect(said.text).toContain('“Christmas” is not a day. Write 2026-12-24');
    expect(await trackById(scene.world.context.db, number)).toMatchObject({ status: 'active' });
  });
});

describe('/track doctor', () => {
  it('says how many tracks it left out, in both languages', async () => {
    const at = { manages: true, workspace: 'with-many' };
    const mona = scene.person(at);
    await makeAlike(await addTrack(mona), 29);
    expect((await mona.run('track doctor')).text).not.toContain('not checked');
    await addTrack(mona);
    const advice = 'Whoever runs Whetstone can check all of them on the command line: doctor.';
    expect((await mona.run('track doctor')).text).toContain(
      `Only the first 30 tracks were checked; 1 more was not. ${advice}`,
    );
    await addTrack(mona);
    const yana = scene.person({ ...at, language: 'ru' });
    expect((await yana.run('track doctor')).text).toContain(
      'Проверены только первые 30 программ, а ещё 2 — нет. ' +
        'Тот, кто запускает Whetstone, может проверить все из командной строки: doctor.',
    );
  });

  /** Stored as they are, since each by its form would take long. */
  async function makeAlike(track: number, count: number): Promise<void> {
    const { db } = scene.world.context;
    const made = await trackById(db, track);
    if (!made) throw new Error(`track ${track} is not stored`);
    const { workspaceId, channel, deckIds, topics, difficulties } = made;
    const { cron, timezone, language, answeringSeconds, nextDueAt } = made;
    const plan = { deckIds, topics, difficulties, cron, timezone, language, answeringSeconds };
    for (let more = 0; more < count; more++) {
      await insertTrack(db, { workspaceId, channel, nextDueAt, ...plan });
    }
  }
});

describe('a track that stopped', () => {
  it('tells why, and what to do, wherever it is met', async () => {
    await suspend('forbidden: Send Messages');
    const reason =
      'Stopped: Whetstone lacks “Send Messages” in its channel. Give it that permission. Then /track resume starts it again.';
    for (const verb of ['list', 'pause', 'ask', 'reveal']) {
      expect((await manager.run(`track ${verb}`)).text).toContain(reason);
    }
  });

  it.each([
    ['deck-empty', 'Add questions to a deck'],
    ['workspace-gone', 'Install it again'],
    ['channel-gone', 'Let Whetstone into the channel again'],
    ['forbidden', 'may not write in its channel'],
    ['refused', 'though no permission is missing'],
    ['refused: chat:write', 'asks Whetstone for “chat:write”'],
    ['rejected', 'The log says why'],
    ['of a newer version', 'The log says why'],
  ])('words the reason %s', async (reason, words) => {
    await suspend(reason);
    expect((await manager.run('track list')).text).toContain(words);
  });

  it('goes on when it is resumed, with what it still owes', async () => {
    await manager.run('track ask');
    scene.platform.fail({ code: 'forbidden', permission: 'Send Messages' });
    await scene.tick();
    expect((await manager.run('track list')).text).toContain('Stopped');
    scene.platform.fail(undefined);
    const resumed = await manager.run('track resume');
    expect(resumed.text).toContain(`Track ${number} goes on.`);
    await scene.tick();
    expect(await scene.rounds(number)).toMatchObject([{ number: 1, status: 'open' }]);
    expect((await manager.run('track list')).text).not.toContain('Stopped');
  });

  it('stays where it is while the permission is still missing', async () => {
    await suspend('forbidden: Send Messages');
    scene.platform.lack('Send Messages');
    const told = await manager.run('track resume');
    expect(told.text).toContain(`Track ${number} cannot go on yet`);
    expect(told.text).toContain('Send Messages');
    expect((await manager.run('track list')).text).toContain('Stopped');
    scene.platform.lack();
    expect((await manager.press(told, 'Check again')).text).toContain('goes on');
  });
});

describe('/track ask', () => {
  it('posts a question now, paused or not', async () => {
    await manager.run('track pause');
    const told = await manager.run('track ask');
    expect(told.text).toBe(`A question is on its way to track ${number}.`);
    await scene.tick();
    expect(await scene.rounds(number)).toMatchObject([
      { number: 1, status: 'open', closesAt: new Date('2026-11-23T10:00:00Z') },
    ]);
    expect((await manager.run('track list')).text).toContain('Paused');
  });

  it('asks once where it is pressed twice in haste', async () => {
    await manager.run('track ask');
    scene.world.clock.advance({ seconds: 1 });
    expect((await manager.run('track ask')).text).toBe(
      `A question is on its way to track ${number} already.`,
    );
    expect(await scene.rounds(number)).toHaveLength(1);
  });

  it('asks beside an open round only once that is confirmed, and then says which stays open', async () => {
    await manager.run('track ask');
    await scene.tick();
    scene.world.clock.advance({ minutes: 1 });
    const told = await manager.run('track ask');
    expect(told.text).toContain(`Question 1 of track ${number} is open until`);
    expect(told.text).toContain('whoever answers only one of them misses the other');
    expect(await scene.rounds(number)).toHaveLength(1);
    expect((await manager.press(told, 'Ask another one')).text).toContain('is on its way');
    await scene.tick();
    scene.world.clock.advance({ minutes: 1 });
    expect((await manager.run('track reveal')).text).toMatch(/^Question 2 .*Still open: 1\.$/);
    expect((await manager.run('track reveal')).text).toMatch(/^Question 1 .*thread now\.$/);
  });

  it('says so where no question is left that fits', async () => {
    await updateTrack(scene.world.context.db, number, { topics: ['nowhere'] });
    expect((await manager.run('track ask')).text).toContain('No question fits');
  });
});

describe('/track reveal', () => {
  it('closes the open round now', async () => {
    await manager.run('track ask');
    await scene.tick();
    scene.world.clock.advance({ minutes: 5 });
    const told = await manager.run('track reveal');
    expect(told.text).toBe(
      `Question 1 of track ${number} is closed; the answer comes to its thread now.`,
    );
    const now = scene.world.clock.peek();
    expect(await scene.rounds(number)).toMatchObject([
      { status: 'closed', closesAt: now, closedAt: now },
    ]);
    expect(await scene.world.waitingJobs()).toContainEqual({
      name: 'reveal',
      data: { roundId: (await scene.rounds(number))[0]?.id },
    });
  });

  it('says so where nothing is open', async () => {
    expect((await manager.run('track reveal')).text).toContain('has no open round to reveal');
  });
});

describe('/track remove', () => {
  it('asks first, and then no question comes any more', async () => {
    const sure = await manager.run('track remove');
    expect(sure.text).toContain(`Remove track ${number}?`);
    expect((await manager.run('track list')).text).toContain(`Track ${number}`);
    const removed = await manager.press(sure, 'Remove');
    expect(removed.text).toBe(`Track ${number} is removed.`);
    scene.world.clock.set('2026-11-24T12:00:00Z');
    await scene.tick();
    expect(await scene.rounds(number)).toEqual([]);
    expect((await manager.press(sure, 'Remove')).text).toContain('There is no track');
  });

  it('never posts what was claimed and not posted yet', async () => {
    await manager.run('track ask');
    await manager.press(await manager.run('track remove'), 'Remove');
    const before = scene.platform.posts.length;
    await scene.tick();
    expect(scene.platform.posts).toHaveLength(before);
  });
});

describe('/track list', () => {
  it('shows every track of the workspace with its next questions', async () => {
    const second = await addTrack(manager, { decks: 'sql', schedule: '*/15 * * * *' });
    await manager.run('track pause', { track: `${number}` });
    expect((await manager.run('track list')).text).toBe(
      [
        'Tracks',
        `• Track ${number} · #c1 · Llm interview · on weekdays at 10:00, UTC. Paused: /track resume starts it again.`,
        `• Track ${second} · #c1 · Sql · */15 * * * *, UTC. Active. The next questions, by your clock: 2026-11-23 09:15 UTC, 2026-11-23 09:30 UTC, 2026-11-23 09:45 UTC.`,
      ].join('\n'),
    );
  });

  it('says so where there is none', async () => {
    expect((await scene.newManager().run('track list')).text).toContain('There is no track yet.');
  });
});
