import { afterEach, beforeEach, expect, it } from 'vitest';
import { candidatesIn } from '../../../src/db/decks.ts';
import { saveMember } from '../../../src/db/members.ts';
import { inTransaction } from '../../../src/delivery/in-transaction.ts';
import { pickQuiz } from '../../../src/features/quiz/pick-quiz.ts';
import { claimRound } from '../../../src/features/rounds/claim-round.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openScene, type Scene } from '../scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene(quietPlatform());
});
afterEach(() => scene.close());

it('a classic is asked once all others were, by a track and in a quiz', async () => {
  const { context, clock } = scene.world;
  const { db } = context;
  const deck = await seedDeck(db, {
    name: 'old-and-new',
    questions: [
      { id: 'old', classic: true, topic: 'history' },
      { id: 'new', topic: 'history' },
      { id: 'newer', classic: false, topic: 'history' },
    ],
  });
  const pool = await candidatesIn(db, { deckIds: [deck.id], language: 'en' });
  expect(pool.map(({ slug, classic }) => [slug, classic])).toEqual([
    ['old', true],
    ['new', false],
    ['newer', false],
  ]);

  const track = { ...scene.track, deckIds: [deck.id] };
  for (const day of [1, 2, 3]) {
    clock.advance({ days: day });
    await inTransaction(context, (inside) => claimRound(inside, { track, dueAt: clock.peek() }));
  }
  const rounds = await db.selectFrom('rounds').select('questionId').orderBy('id').execute();
  const asked = rounds.map(({ questionId }) => pool.find(({ id }) => id === questionId)?.slug);
  expect(asked.slice(0, 2).sort()).toEqual(['new', 'newer']);
  expect(asked[2]).toBe('old');

  await db.deleteFrom('rounds').execute();
  const { workspaceId } = track;
  const { id: memberId } = await saveMember(db, workspaceId, { id: 'u1', name: 'Ann' });
  const wish = { workspaceId, memberId, language: 'en', topic: 'history' } as const;
  const slugs: (string | undefined)[] = [];
  for (let choice = 0; choice < 3; choice++) {
    const randomInt = (max: number): number => choice % max;
    const picked = await pickQuiz({ ...context, randomInt }, wish);
    slugs.push(pool.find(({ id }) => picked.type === 'question' && id === picked.id)?.slug);
  }
  expect(slugs).toEqual(['new', 'newer', 'old']);
});
