import { afterAll, beforeAll, expect, it } from 'vitest';
import { questionPool } from '../../../src/db/decks.ts';
import { saveMember } from '../../../src/db/members.ts';
import { saveWorkspace } from '../../../src/db/workspaces.ts';
import type { Deck } from '../../../src/domain/question.ts';
import { loadDeck } from '../../../src/features/decks/load-deck.ts';
import { approveSuggestion } from '../../../src/features/suggestions/decide-suggestion.ts';
import { findOwnDeck } from '../../../src/features/suggestions/own-deck.ts';
import {
  insertSuggestion,
  openSuggestions,
} from '../../../src/features/suggestions/suggestion-queries.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** A workspace whose own deck holds one approved question. */
async function workspaceWithDeck(externalId: string, question: string): Promise<number> {
  const { db } = world.context;
  const { id: workspaceId } = await saveWorkspace(db, { platform: 'slack', externalId });
  const member = await saveMember(db, workspaceId, { id: 'u1', name: 'Ann' });
  await insertSuggestion(db, {
    ...{ workspaceId, memberId: member.id, submission: `${externalId}-1`, question },
    ...{ answer: 'Because.', topic: 'other', difficulty: 'easy', language: 'en' },
    createdAt: world.clock.peek(),
  });
  const [suggestion] = await openSuggestions(db, workspaceId);
  const manager = { workspaceId, memberId: member.id };
  await approveSuggestion(world.context, manager, {
    suggestionId: suggestion?.id ?? 0,
    revision: 1,
  });
  return workspaceId;
}

async function questionsOf(workspaceId: number): Promise<readonly string[]> {
  const { db } = world.context;
  const deck = await findOwnDeck(db, workspaceId);
  const rows = await questionPool(db, { deckIds: [deck?.id ?? 0], language: 'en' });
  return rows.map((row) => row.body.en?.question ?? '');
}

it('is each workspace’s own', async () => {
  const [one, other] = [
    await workspaceWithDeck('t1', 'Why one?'),
    await workspaceWithDeck('t2', 'Why two?'),
  ];
  expect(await questionsOf(one)).toEqual(['Why one?']);
  expect(await questionsOf(other)).toEqual(['Why two?']);
});

it('is not touched when a deck folder of the same name is loaded, changed and loaded again', async () => {
  const workspaceId = await workspaceWithDeck('t3', 'Why three?');
  const before = await findOwnDeck(world.context.db, workspaceId);
  const folder: Deck = {
    name: 'team',
    title: { en: 'A folder' },
    topics: { basics: { en: 'Basics' } },
    questions: [
      {
        ...{ id: 'why-three', topic: 'basics', difficulty: 'easy', sources: [] },
        en: { question: 'What is in the folder?', answer: 'This.', keyPoints: [] },
      },
    ],
  };
  await loadDeck(world.context, folder);
  await loadDeck(world.context, { ...folder, questions: [] });
  expect(await findOwnDeck(world.context.db, workspaceId)).toEqual(before);
  expect(await questionsOf(workspaceId)).toEqual(['Why three?']);
});
