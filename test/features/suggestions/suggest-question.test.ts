import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveMember } from '../../../src/db/members.ts';
import { saveWorkspace } from '../../../src/db/workspaces.ts';
import { editSuggestion } from '../../../src/features/suggestions/edit-suggestion.ts';
import {
  type SentSuggestion,
  suggestQuestion,
} from '../../../src/features/suggestions/suggest-question.ts';
import {
  insertSuggestion,
  openSuggestions,
} from '../../../src/features/suggestions/suggestion-queries.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
let workspaceId: number;
let ann: number;
let bob: number;

const SMOOTHING = {
  question: 'What is label smoothing for?',
  answer: 'It spreads a little of the target’s weight, so a model grows less sure of itself.',
  topic: 'other',
  difficulty: 'medium',
} as const;
const WARMUP = { ...SMOOTHING, question: 'Why does a learning rate warm up?' };

/** Enough at once that a check made before another’s saving would be caught. */
const AT_ONCE = 8;

beforeAll(async () => {
  world = await openWorld();
  const { db } = world.context;
  workspaceId = (await saveWorkspace(db, { platform: 'slack', externalId: 't1' })).id;
  ann = (await saveMember(db, workspaceId, { id: 'u1', name: 'Ann' })).id;
  bob = (await saveMember(db, workspaceId, { id: 'u2', name: 'Bob' })).id;
  await openConnections();
});
afterAll(() => world.close());

/** So that nobody comes later than the others for want of a connection. */
async function openConnections(): Promise<void> {
  const all = Array.from({ length: AT_ONCE }, () =>
    sql`select pg_sleep(0.2)`.execute(world.context.db),
  );
  await Promise.all(all);
}

async function suggestAll(all: readonly Omit<SentSuggestion, 'workspaceId'>[]): Promise<string[]> {
  const outcomes = await Promise.all(
    all.map((one) => suggestQuestion(world.context, { workspaceId, ...one })),
  );
  return outcomes.map(({ type }) => type).sort();
}

async function waiting(question: string): Promise<number> {
  const all = await openSuggestions(world.context.db, workspaceId);
  return all.filter((suggestion) => suggestion.question === question).length;
}

it('takes a form once, and says so to each of its deliveries, though they come at once', async () => {
  const sent = { memberId: ann, submission: 'sent-once', typed: SMOOTHING };
  const outcomes = await suggestAll(Array.from({ length: AT_ONCE }, () => sent));
  expect(outcomes).toEqual(Array.from({ length: AT_ONCE }, () => 'saved'));
  expect(await waiting(SMOOTHING.question)).toBe(1);
});

it('takes one of several who suggest the same at once', async () => {
  const outcomes = await suggestAll(
    Array.from({ length: AT_ONCE }, (_, index) => ({
      memberId: index % 2 === 0 ? ann : bob,
      submission: `sent-by-${index}`,
      typed: WARMUP,
    })),
  );
  expect(outcomes.filter((type) => type === 'saved')).toHaveLength(1);
  expect(await waiting(WARMUP.question)).toBe(1);
});

it('lets no two be edited into the same question at once', async () => {
  const { db } = world.context;
  const texts = ['What does beam search keep?', 'When does dropout do harm?'];
  for (const question of texts) {
    await insertSuggestion(db, {
      ...{ workspaceId, memberId: ann, submission: question, ...SMOOTHING, question },
      ...{ language: 'en', createdAt: world.clock.peek() },
    });
  }
  const open = await openSuggestions(db, workspaceId);
  const typed = { ...SMOOTHING, question: 'How is a reward model trained?' };
  const edited = await Promise.all(
    open
      .filter(({ question }) => texts.includes(question))
      .map(({ id: suggestionId }) =>
        editSuggestion(world.context, { workspaceId, memberId: bob }, { suggestionId, typed }),
      ),
  );
  expect(edited.map(({ type }) => type).sort()).toEqual(['refused', 'saved']);
});
