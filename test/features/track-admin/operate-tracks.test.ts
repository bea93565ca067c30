import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveRounds } from '../../../src/db/rounds.ts';
import type { Workspace } from '../../../src/db/tables.ts';
import { trackById } from '../../../src/db/tracks.ts';
import { findWorkspace, saveWorkspace } from '../../../src/db/workspaces.ts';
import type { TrackDraft, TrackPlan } from '../../../src/domain/track-plan.ts';
import { submitAnswer } from '../../../src/features/answers/submit-answer.ts';
import { revealNow } from '../../../src/features/reveals/reveal-now.ts';
import { askNow } from '../../../src/features/rounds/ask-now.ts';
import { askRound } from '../../../src/features/rounds/ask-round.ts';
import { resumeTrack } from '../../../src/features/suspension/resume-track.ts';
import { editTrack } from '../../../src/features/track-admin/edit-track.ts';
import { pauseTrack } from '../../../src/features/track-admin/pause-track.ts';
import { removeTrack } from '../../../src/features/track-admin/remove-track.ts';
import { trackStatus } from '../../../src/features/track-admin/track-status.ts';
import { addTrack } from '../../../src/features/tracks/add-track.ts';
import { checkTrack } from '../../../src/features/tracks/check-track.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

const discord = quietPlatform('discord');
let world: World;
let workspace: Workspace;
beforeAll(async () => {
  world = await openWorld({ platforms: [discord] });
  const { db } = world.context;
  await seedDeck(db, { name: 'llm', questions: [{ id: 'softmax' }, { id: 'rope' }] });
  workspace = await saveWorkspace(db, { platform: 'discord', externalId: 'G1', name: 'Guild' });
});
afterAll(() => world.close());

const DRAFT: TrackDraft = {
  decks: 'LLM',
  schedule: 'weekdays 10:00',
  timezone: 'europe/berlin',
  answering: '8h',
  language: 'en-GB',
};

describe('what is written on the command line', () => {
  it('becomes a plan', async () => {
    expect(await checkTrack(world.context, DRAFT)).toEqual({
      ok: true,
      plan: {
        deckIds: [1],
        topics: [],
        difficulties: [],
        cron: '0 10 * * 1-5',
        timezone: 'Europe/Berlin',
        answeringSeconds: 28_800,
        language: 'en',
      },
    });
  });

  it('takes topics by id or title and difficulties by word, in any language', async () => {
    const written = { ...DRAFT, topics: 'Basics, basics, тема BASICS', difficulties: 'средний' };
    expect(await checkTrack(world.context, written)).toMatchObject({
      plan: { topics: ['basics'], difficulties: ['medium'] },
    });
  });

  it('is refused with every fault as a code', async () => {
    const written = { ...DRAFT, decks: 'llm, cobol', timezone: 'X', language: 'tlh' };
    expect(await checkTrack(world.context, written)).toEqual({
      ok: false,
      faults: [
        { code: 'deck-unknown', given: 'cobol', known: ['llm'] },
        { code: 'timezone-unknown', given: 'X', near: [] },
        { code: 'language-unknown', given: 'tlh' },
      ],
    });
  });

  it('takes a topic of every deck that has it, under whatever id', async () => {
    const { db } = world.context;
    const joins = { en: 'Joins', ru: 'Соединения' };
    const [plain, sql] = [{ joins }, { 'sql-joins': joins }];
    await seedDeck(db, { name: 'plain', topics: plain, questions: [{ id: 'p', topic: 'joins' }] });
    await seedDeck(db, { name: 'sql', topics: sql, questions: [{ id: 's', topic: 'sql-joins' }] });
    for (const topics of ['Joins', 'joins', 'соединения']) {
      expect(
        await checkTrack(world.context, { ...DRAFT, decks: 'plain, sql', topics }),
      ).toMatchObject({ ok: true, plan: { topics: ['joins', 'sql-joins'] } });
    }
    const one = { ...DRAFT, decks: 'plain, sql', topics: 'sql-joins' };
    expect(await checkTrack(world.context, one)).toMatchObject({ plan: { topics: ['sql-joins'] } });
  });
});

describe('the operator', () => {
  it('is told that a platform is not set up, and nothing is saved', async () => {
    const { context } = world;
    const slack = { platform: 'slack', externalId: 'T1' } as const;
    const added = await addTrack(context, slack, { channel: 'C1', plan: await plan() });
    const faults = [{ code: 'platform-not-set-up', platform: 'slack' }];
    expect(added).toEqual({ type: 'refused', faults });
    expect(await findWorkspace(context.db, 'slack', 'T1')).toBeUndefined();
  });

  it('is told what the bot lacks where it is connected', async () => {
    const stranger = { platform: 'discord', externalId: 'G2' } as const;
    const track = await newTrack('c0');
    discord.lack('Send Messages');
    const refused = { type: 'refused', faults: [{ code: 'missing-permissions' }] };
    const planned = { channel: 'c1', plan: await plan() };
    expect(await addTrack(world.context, stranger, planned)).toMatchObject(refused);
    expect(await findWorkspace(world.context.db, 'discord', 'G2')).toBeUndefined();
    expect(await editTrack(world.context, { trackId: track, plan: await plan() })).toMatchObject(
      refused,
    );
    discord.lack();
    expect(await editTrack(world.context, { trackId: track, plan: await plan() })).toMatchObject({
      type: 'edited',
    });
  });

  it('sees each track with its last and its next round', async () => {
    const { context, clock } = world;
    const track = await newTrack('c-status');
    await ask(track);
    await answer(track, 'Ada', clock.peek());
    clock.advance({ hours: 9 });
    await answer(track, 'Bob', clock.peek());
    const report = (await trackStatus(context)).find((one) => one.track === track);
    expect(report).toEqual({
      track,
      platform: 'discord',
      workspace: 'G1',
      workspaceName: 'Guild',
      channel: 'c-status',
      decks: ['llm'],
      cron: '0 10 * * 1-5',
      timezone: 'Europe/Berlin',
      answering: '8h',
      language: 'en',
      topics: [],
      difficulties: [],
      settings: {},
      status: 'active',
      suspendedReason: null,
      suspendedDetail: null,
      waits: 'no-bot-runs',
      nextDueAt: new Date('2026-11-24T09:00:00Z'),
      next: ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => new Date(`${day}T09:00Z`)),
      skipped: [],
      lastRound: {
        number: 1,
        status: 'open',
        openedAt: new Date('2026-11-23T09:00:00Z'),
        closesAt: new Date('2026-11-23T17:00:00Z'),
        closedAt: null,
        answers: 1,
        late: 1,
      },
    });
  });

  it('changes the schedule of a paused track, which stays without a next round', async () => {
    const { context } = world;
    const track = await newTrack('c-paused');
    await pauseTrack(context, { trackId: track });
    const changed = { ...(await plan()), cron: '0 7 * * *' };
    expect(await editTrack(context, { trackId: track, plan: changed })).toMatchObject({
      track: { status: 'paused', cron: '0 7 * * *', nextDueAt: null },
    });
  });

  it('finds nothing to do with a track that was removed or never was', async () => {
    const { context } = world;
    const track = await newTrack('c-removed');
    await removeTrack(context, track);
    for (const id of [track, 4711]) {
      expect(await pauseTrack(context, { trackId: id })).toEqual({ type: 'gone' });
      expect(await resumeTrack(context, id)).toEqual({ type: 'gone' });
      expect(await askNow(context, { trackId: id })).toEqual({ type: 'gone' });
      expect(await revealNow(context, id)).toEqual({ type: 'gone' });
      expect(await editTrack(context, { trackId: id, plan: await plan() })).toEqual({
        type: 'gone',
      });
      expect(await removeTrack(context, id)).toEqual({ type: 'gone' });
    }
  });
});

describe('rounds of a track', () => {
  it('that end at their deadline are not revealed earlier than that', async () => {
    const { context, clock } = world;
    const track = await newTrack('c-late');
    await ask(track);
    const [open] = await liveRounds(context.db, track);
    clock.advance({ hours: 20 });
    expect(await revealNow(context, track)).toMatchObject({ type: 'closed' });
    const [closed] = await liveRounds(context.db, track);
    expect(closed).toMatchObject({ closesAt: open?.closesAt, closedAt: clock.peek() });
  });

  it('that were never posted are void when the track is removed; posted ones are let be', async () => {
    const { context, clock } = world;
    const track = await newTrack('c-void');
    await ask(track);
    clock.advance({ minutes: 1 });
    await askNow(context, { trackId: track, beside: true });
    await removeTrack(context, track);
    const rounds = await context.db
      .selectFrom('rounds')
      .select(['number', 'status'])
      .where('trackId', '=', track)
      .orderBy('number')
      .execute();
    expect(rounds).toEqual([
      { number: 1, status: 'open' },
      { number: 2, status: 'void' },
    ]);
    expect(await trackById(context.db, track)).toMatchObject({ nextDueAt: null });
  });
});

async function plan(): Promise<TrackPlan> {
  const checked = await checkTrack(world.context, DRAFT);
  if (!checked.ok) throw new Error('the draft is faulty');
  return checked.plan;
}

async function newTrack(channel: string): Promise<number> {
  world.clock.set('2026-11-23T09:00:00Z');
  const added = await addTrack(world.context, workspace, { channel, plan: await plan() });
  if (added.type !== 'added') throw new Error('not added');
  return added.track.id;
}

async function ask(track: number): Promise<void> {
  const asked = await askNow(world.context, { trackId: track });
  if (asked.type !== 'asked') throw new Error(asked.type);
  await askRound(world.context, asked.round.id);
}

async function answer(track: number, name: string, at: Date): Promise<void> {
  const [round] = await liveRounds(world.context.db, track);
  await submitAnswer(world.context, round?.id ?? 0, {
    workspaceId: workspace.id,
    member: { id: name, name },
    source: 'form',
    sourceKey: `${track}-${name}`,
    gesture: `${track}-${name}`,
    text: 'an answer',
    anonymous: false,
    saidAt: at,
    revisedAt: at,
  });
}
