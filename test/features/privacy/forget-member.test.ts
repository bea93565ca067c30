import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ThreadMessage } from '../../../src/chat/event.ts';
import type { Round } from '../../../src/db/tables.ts';
import { onThreadEvent } from '../../../src/features/answers/on-thread-event.ts';
import { announceAway } from '../../../src/features/away/announce-away.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { forgetMember } from '../../../src/features/privacy/forget-member.ts';
import { redactReveal } from '../../../src/features/reveals/redact-reveal.ts';
import { revealRound } from '../../../src/features/reveals/reveal-round.ts';
import { watchRounds } from '../../../src/features/rounds/watch-rounds.ts';
import { readBoard } from '../../../src/features/standings/boards.ts';
import { reportQuestion } from '../../../src/features/suggestions/reports/report-question.ts';
import { moveTrack } from '../../../src/features/tracks/track-state.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN = { id: 'u-ann-0001', name: 'Ann Abelard', language: 'en' } as const;
const BOB = { id: 'u-bob-0002', name: 'Bob Boethius', language: 'en' } as const;

/** What nothing may say once Ann is forgotten: who she is, and what she wrote. */
const OF_ANN = [ANN.id, ANN.name, 'heloise'];

let platform: QuietPlatform;
let history: ThreadMessage[];
let scene: Scene;
let onePageABlock: boolean;

beforeEach(async () => {
  history = [];
  onePageABlock = false;
  platform = {
    ...quietPlatform(),
    threadHistory: () => Promise.resolve(history),
    paginate: (message) =>
      onePageABlock ? message.blocks.map((block) => ({ blocks: [block] })) : [message],
  };
  scene = await openScene(platform);
});

afterEach(() => scene.close());

async function idOf(who: typeof ANN | typeof BOB): Promise<number> {
  const member = await scene.member(who);
  if (!member) throw new Error(`${who.name} is not known`);
  return member.id;
}

const forgetAnn = async () => forgetMember(scene.world.context, await idOf(ANN));

/** The job that a member’s deletion leaves behind, at the clock’s instant. */
const redactionOf = ({ id: roundId }: Round) => ({
  roundId,
  since: scene.world.clock.peek().toISOString(),
});

async function expectNoTrace(): Promise<void> {
  const everything = await scene.everything();
  for (const text of OF_ANN) expect(everything).not.toContain(text);
}

describe('forgetting a member', () => {
  it('leaves no trace of them in any table, and everyone else as they were', async () => {
    const { context } = scene.world;
    const { track } = scene;
    const first = await scene.ask();
    await scene.form(ANN, first, 'heloise one');
    await scene.form(ANN, first, 'heloise one, better', { anonymous: true });
    await scene.form(BOB, first, 'bob one');
    await scene.reveal(first);
    const second = await scene.ask();
    await scene.write(ANN, second, 'heloise two');
    await scene.write(BOB, second, 'bob two');
    await scene.quiz(ANN, 'heloise quiz');
    await scene.draft(ANN, { question: 'heloise draft' });
    await reportQuestion(context, {
      workspaceId: track.workspaceId,
      memberId: await idOf(ANN),
      roundId: first.id,
      submission: 'report-1',
      text: 'heloise report',
    });
    const who = { memberId: await idOf(ANN), workspaceId: track.workspaceId };
    await announceAway(context, who, { from: 20_811, until: 20_826 });
    const before = await scene.everything();
    for (const text of OF_ANN) expect(before).toContain(text);
    const bob = await exportMember(context, await idOf(BOB));

    expect(await forgetAnn()).toEqual({ answers: 3, reveals: 1 });
    await redactReveal(context, redactionOf(first));

    await expectNoTrace();
    expect(await exportMember(context, await idOf(BOB))).toEqual(bob);
    const board = { trackId: track.id, period: 'all' };
    const { rows } = await readBoard(context.db, board, { memberId: -1, page: 1 });
    expect(rows.map((row) => row.name)).toEqual([BOB.name]);
  });

  it('is not undone by what is delivered late or once more', async () => {
    const { context } = scene.world;
    const round = await scene.ask();
    const written = await scene.write(ANN, round, 'heloise two');
    await scene.form(ANN, round, 'heloise one', { id: 'form-of-ann' });
    await forgetAnn();

    expect(await scene.form(ANN, round, 'heloise one', { id: 'form-of-ann' })).toEqual({
      type: 'withdrawn',
    });
    await onThreadEvent(context, { type: 'written', message: written });
    const edited = { ...written, text: 'heloise, edited' };
    const later = (minutes: number) => new Date(written.at.getTime() + minutes * 60_000);
    await onThreadEvent(context, { type: 'edited', message: edited, revisedAt: later(1) });
    await onThreadEvent(context, { type: 'edited', message: edited, revisedAt: later(24 * 60) });
    const { platform: name, ref } = written;
    await onThreadEvent(context, { type: 'deleted', platform: name, ref });
    history = [written];
    await scene.reveal(round);

    await expectNoTrace();
    expect(platform.posts.at(-1)?.text).toContain('Nobody answered in time.');
  });

  it('holds where only a late edit of a message was known', async () => {
    const { context, clock } = scene.world;
    const round = await scene.ask();
    if (!round.thread) throw new Error('the round has no thread');
    const ref = { ...round.thread, message: 'm1' };
    const written = { text: 'heloise', at: clock.peek(), gesture: 'm1' };
    const message: ThreadMessage = { platform: 'discord', ref, member: ANN, ...written };
    await scene.reveal(round);
    await onThreadEvent(context, { type: 'edited', message, revisedAt: clock.peek() });
    await forgetAnn();
    await onThreadEvent(context, { type: 'written', message });
    await expectNoTrace();
  });

  it('lets them begin anew', async () => {
    const first = await scene.ask();
    await scene.form(ANN, first, 'heloise one');
    await scene.reveal(first);
    await forgetAnn();
    const second = await scene.ask();
    expect(await scene.form(ANN, second, 'back again')).toMatchObject({
      type: 'accepted',
      streak: { current: 1, longest: 1, answered: 1 },
      replaced: false,
    });
  });

  it('goes well beside answers and a deadline at the same moment', async () => {
    const { context, clock } = scene.world;
    const first = await scene.ask();
    await scene.form(ANN, first, 'heloise one');
    await scene.form(BOB, first, 'bob one');
    await scene.reveal(first);
    const second = await scene.ask();
    const ann = await idOf(ANN);
    clock.advance({ hours: 9 });
    await Promise.all([
      watchRounds(context),
      forgetMember(context, ann),
      scene.form(BOB, second, 'bob, late'),
      scene.form(ANN, first, 'heloise, late', { id: 'late' }),
      watchRounds(context),
    ]);
    const again = await scene.member(ANN);
    if (again) await forgetMember(context, again.id);
    await expectNoTrace();
    await revealRound(context, second.id);
  });
});

describe('a posted reveal', () => {
  it('loses what a forgotten member sent, and keeps what others did', async () => {
    const { context } = scene.world;
    const round = await scene.ask();
    await scene.form(ANN, round, 'heloise one');
    await scene.form(BOB, round, 'bob one');
    await scene.reveal(round);
    const [, reveal] = platform.posts;
    expect(reveal?.text).toContain('heloise one');

    await forgetAnn();
    expect(await scene.world.waitingJobs()).toContainEqual({
      name: 'redact',
      data: redactionOf(round),
    });
    await redactReveal(context, redactionOf(round));
    for (const text of OF_ANN) expect(reveal?.text).not.toContain(text);
    expect(reveal?.text).toContain('bob one');
    expect(reveal?.text).toContain('1 person answered in time.');
    expect(reveal?.text).toContain('deleted at its author’s request');
  });

  it('keeps its pages: one without words left says why', async () => {
    const { context } = scene.world;
    const round = await scene.ask();
    onePageABlock = true;
    await scene.form(ANN, round, 'heloise one');
    await scene.reveal(round);
    const pages = platform.posts.filter(({ key }) => key.includes('reveal'));
    await forgetAnn();
    await redactReveal(context, redactionOf(round));

    const texts = pages.map(({ text }) => text);
    for (const text of OF_ANN) expect(texts.join()).not.toContain(text);
    expect(texts[0]).toBe('Answer to question 1');
    expect(texts.at(-1)).toBe('Something that stood here was deleted at its author’s request.');
  });

  it('waits where the bot is kept out of its place, and is let be after a month', async () => {
    const { context, clock, logged } = scene.world;
    const round = await scene.ask();
    await scene.form(ANN, round, 'heloise one');
    await scene.reveal(round);
    await forgetAnn();
    const redaction = redactionOf(round);
    platform.fail({ code: 'forbidden' });
    const sixHours = { name: 'Postponed', seconds: 6 * 3600 };
    await expect(redactReveal(context, redaction)).rejects.toMatchObject(sixHours);
    clock.advance({ days: 29 });
    await expect(redactReveal(context, redaction)).rejects.toMatchObject(sixHours);
    clock.advance({ days: 1 });
    await redactReveal(context, redaction);
    expect(logged.at(-1)?.msg).toBe('what was posted could not be redacted');
  });

  it('is let be where its thread was deleted', async () => {
    const { context } = scene.world;
    const round = await scene.ask();
    await scene.form(ANN, round, 'heloise one');
    await scene.reveal(round);
    await forgetAnn();
    platform.fail({ code: 'thread-gone' });
    await redactReveal(context, redactionOf(round));
  });

  it('is edited later where the platform is busy', async () => {
    const { context } = scene.world;
    const round = await scene.ask();
    await scene.form(ANN, round, 'heloise one');
    await scene.reveal(round);
    await forgetAnn();
    platform.fail({ code: 'busy', retryAfter: 7_000 });
    const waiting = redactReveal(context, redactionOf(round));
    await expect(waiting).rejects.toMatchObject({ name: 'Postponed', seconds: 7 });
  });

  it('is edited even where its track was removed', async () => {
    const { context } = scene.world;
    const round = await scene.ask();
    await scene.form(ANN, round, 'heloise one');
    await scene.reveal(round);
    await moveTrack(context.db, scene.track.id, { type: 'remove' });
    await forgetAnn();
    await redactReveal(context, redactionOf(round));
    expect(platform.posts.at(-1)?.text).not.toContain('heloise');
  });
});
