import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveWorkspace } from '../../../src/db/workspaces.ts';
import { dayAt } from '../../../src/domain/day.ts';
import { rateCard } from '../../../src/domain/memory/rate.ts';
import type { Grade } from '../../../src/domain/memory/study-card.ts';
import { tidyUp } from '../../../src/features/housekeeping/feature.ts';
import { meetQuestion } from '../../../src/features/memory/meet-question.ts';
import { saveMissedPoints } from '../../../src/features/memory/missed-points.ts';
import { type Rated, rateQuestion } from '../../../src/features/memory/rate-question.ts';
import { loadCards } from '../../../src/features/memory/stored-cards.ts';
import { findStudy } from '../../../src/features/memory/study.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { forgetMember } from '../../../src/features/privacy/forget-member.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN = { id: 'u1', name: 'Ann' };
const BOB = { id: 'u2', name: 'Bob' };

let scene: Scene;
let questionId: number;
let memberId: number;
let today: number;

beforeEach(async () => {
  scene = await openScene(quietPlatform());
  const { db } = scene.world.context;
  await scene.quiz(ANN, 'An answer.');
  memberId = (await scene.member(ANN))?.id ?? 0;
  const questions = db.selectFrom('questions').select('id').orderBy('id').limit(1);
  questionId = (await questions.executeTakeFirstOrThrow()).id;
  today = dayAt(scene.world.clock.peek(), 'UTC');
});
afterEach(() => scene.close());

const rate = (grade: Grade, shownOn = today, of = questionId): Promise<Rated> =>
  rateQuestion(scene.world.context, {
    ...{ memberId, workspaceId: scene.track.workspaceId, questionId: of, grade, shownOn, today },
  });

const cardOf = async (id: number) => {
  const { workspaceId } = scene.track;
  const cards = await loadCards(scene.world.context.db, {
    ...{ memberId: id, workspaceId, language: 'en' },
  });
  return cards.find((card) => card.questionId === questionId);
};

const reviews = () => scene.world.context.db.selectFrom('studyReviews').selectAll().execute();

describe('a rating', () => {
  it('moves the interval as FSRS does, and keeps the grade on record', async () => {
    expect(await rate('again')).toEqual({ type: 'rated', dueOn: today + 1 });
    const met = { questionId, topic: 'basics', metOn: today };
    const { memory } = rateCard(met, { grade: 'again', on: today, interviews: [] });
    expect(await cardOf(memberId)).toMatchObject({ metOn: today, memory });
    expect(await reviews()).toEqual([{ memberId, questionId, reviewedOn: today, grade: 'again' }]);
  });

  it('counts once a day, also of two at once, and none of a day before it', async () => {
    const grades = ['again', 'again', 'good'] as const;
    const rated = await Promise.all(grades.map((grade) => rate(grade)));
    expect(rated.map(({ type }) => type).sort()).toEqual([
      ...['rated', 'rated-before', 'rated-before'],
    ]);
    const before = await cardOf(memberId);
    expect(await rate('good', today - 1)).toMatchObject({ type: 'rated-before' });
    expect(await cardOf(memberId)).toEqual(before);
    expect(await reviews()).toHaveLength(1);
  });

  it('brings no question back only after an interview that is about it', async () => {
    const { db } = scene.world.context;
    const on = today + 3;
    await db
      .insertInto('interviews')
      .values({ memberId, onDay: on, name: '', deckId: null })
      .execute();
    const rated = await rate('easy');
    expect(rated.type === 'rated' && rated.dueOn).toBeLessThanOrEqual(on);
  });

  it('of what was shown long ago, or to others, changes nothing', async () => {
    const { db } = scene.world.context;
    const other = await saveWorkspace(db, { platform: 'discord', externalId: 'w2' });
    await seedDeck(db, { name: 'own', workspaceId: other.id, questions: [{ id: 'secret' }] });
    const secret = db.selectFrom('questions').select('id').where('slug', '=', 'secret');
    const { id } = await secret.executeTakeFirstOrThrow();
    const shownOn = today - 30;
    expect(await rate('good', shownOn)).toEqual({ type: 'too-old', shownOn });
    for (const stray of [id, 0, 2 ** 40, NaN]) {
      expect(await rate('good', today, stray)).toEqual({ type: 'question-unknown' });
    }
    expect(await rate('good', NaN)).toMatchObject({ type: 'too-old' });
    expect(await reviews()).toEqual([]);
  });

  it('of a question that was had forgets what was left out before, and not what was just now', async () => {
    const { context } = scene.world;
    const at = (on: number, point: string) =>
      saveMissedPoints(context, { memberId, questionId, points: [point], on });
    await at(today - 9, 'cause');
    expect((await cardOf(memberId))?.missed).toEqual([{ point: 'cause', on: today - 9 }]);
    await rate('good');
    expect((await cardOf(memberId))?.missed).toBeUndefined();
    await at(today + 1, 'effect');
    await rate('easy', today + 1);
    expect((await cardOf(memberId))?.missed).toEqual([{ point: 'effect', on: today + 1 }]);
  });
});

it('who answered a round has met its question once the round is over, and nobody else has', async () => {
  const round = await scene.ask();
  questionId = round.questionId;
  await scene.form(ANN, round, 'In time.');
  await scene.reveal(round);
  await scene.write(BOB, round, 'Too late.');
  const bob = (await scene.member(BOB))?.id ?? 0;
  expect((await cardOf(memberId))?.metOn).toBe(dayAt(scene.world.clock.peek(), 'UTC'));
  expect((await cardOf(memberId))?.memory).toBeUndefined();
  expect((await cardOf(bob))?.metOn).toBeUndefined();
});

it('a member’s day is that of their own zone, else of the platform’s, else of the tracks’', async () => {
  const { context, clock } = scene.world;
  const { workspaceId } = scene.track;
  clock.set('2026-11-23T20:00:00Z');
  const zoneOf = async (timezone?: string) =>
    (await findStudy(context, { memberId, workspaceId, timezone })).timezone;
  await context.db.updateTable('tracks').set({ timezone: 'Asia/Tokyo' }).execute();
  expect(await zoneOf()).toBe('Asia/Tokyo');
  expect((await findStudy(context, { memberId, workspaceId })).today).toBe(today + 1);
  expect(await zoneOf('Europe/Berlin')).toBe('Europe/Berlin');
  expect(await zoneOf('Moon/Sea')).toBe('Asia/Tokyo');
  await context.db
    .insertInto('studySettings')
    .values({ memberId, timezone: 'America/Lima' })
    .execute();
  expect(await zoneOf('Europe/Berlin')).toBe('America/Lima');
});

describe('what a member remembers', () => {
  beforeEach(async () => {
    const { context } = scene.world;
    await meetQuestion(context.db, { memberId, questionId, on: today, language: 'en' });
    await saveMissedPoints(context, { memberId, questionId, points: ['cause'], on: today });
    await rate('hard');
  });

  const rows = async (): Promise<number> => {
    const { rows: counts } = await sql<{ readonly count: number }>`
      select count(*)::integer as count from study_cards union all
      select count(*)::integer from study_reviews union all
      select count(*)::integer from study_settings
    `.execute(scene.world.context.db);
    return counts.reduce((sum, { count }) => sum + count, 0);
  };

  it('stands in their export, in words', async () => {
    const question = 'What is question-0?';
    const on = '2026-11-23';
    expect(await exportMember(scene.world.context, memberId)).toMatchObject({
      studyCards: [{ question, metOn: on, missed: [{ point: 'cause', on }], reviewedOn: on }],
      studyReviews: [{ question, on, grade: 'hard' }],
      studySettings: [{ dailyCap: null, timezone: null, lastShown: question }],
    });
  });

  it('goes with them, and with their workspace', async () => {
    const { context, clock } = scene.world;
    expect(await rows()).toBe(3);
    await forgetMember(context, memberId);
    expect(await rows()).toBe(0);

    await scene.quiz(BOB, 'An answer.');
    memberId = (await scene.member(BOB))?.id ?? 0;
    await rate('good');
    await sql`update workspaces set left_at = ${clock.peek()}`.execute(context.db);
    clock.advance({ days: 91 });
    await tidyUp(context);
    expect(await rows()).toBe(0);
  });
});
