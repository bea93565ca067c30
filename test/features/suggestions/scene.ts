import { createHandlers } from '../../../src/app/requests/dispatch.ts';
import { createRegistry } from '../../../src/app/requests/registry.ts';
import { updateRound } from '../../../src/db/rounds.ts';
import type { Round } from '../../../src/db/tables.ts';
import { insertTrack } from '../../../src/db/tracks.ts';
import { findWorkspace } from '../../../src/db/workspaces.ts';
import { claimRound } from '../../../src/features/rounds/claim-round.ts';
import { moveRound } from '../../../src/features/rounds/round-state.ts';
import { suggestionsFeature } from '../../../src/features/suggestions/feature.ts';
import {
  type HandlersPerson,
  handlersPerson,
  type PersonTraits,
} from '../../support/handlers-person.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

/** A deck, a quiet Discord, and people who type `/question`. */
export interface Scene {
  readonly world: World;
  readonly platform: QuietPlatform;
  person(traits?: PersonTraits): HandlersPerson;
  /** A round of the workspace `w1`, posted and open. */
  openRound(): Promise<Round>;
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const platform = quietPlatform('discord');
  const world = await openWorld({ platforms: [platform] });
  const { context, clock } = world;
  const deck = await seedDeck(context.db, {
    name: 'llm-interview',
    questions: [
      { id: 'chunking', topic: 'rag' },
      { id: 'softmax', topic: 'attention' },
    ],
  });
  const handlers = createHandlers(context, createRegistry([suggestionsFeature]), () => true);
  return {
    world,
    platform,
    person: (traits) => handlersPerson(handlers, { now: () => clock.peek(), ...traits }),
    openRound: () => openRound(world, deck.id),
    close: () => world.close(),
  };
}

async function openRound({ context, clock }: World, deckId: number): Promise<Round> {
  const workspace = await findWorkspace(context.db, 'discord', 'w1');
  const track = await insertTrack(context.db, {
    workspaceId: workspace?.id ?? 0,
    channel: 'c1',
    deckIds: [deckId],
    topics: [],
    difficulties: [],
    cron: '0 10 * * *',
    timezone: 'UTC',
    answeringSeconds: 3600,
    language: 'en',
    nextDueAt: null,
  });
  const now = clock.peek();
  const claimed = await claimRound(context, { track, dueAt: now });
  if (claimed.type !== 'claimed') throw new Error(`no round: ${claimed.type}`);
  const closesAt = new Date(now.getTime() + 3_600_000);
  const { id } = claimed.round;
  const message = { workspace: 'w1', channel: 'c1', message: 'the question' };
  await moveRound(context.db, id, { type: 'open', openedAt: now, message });
  return updateRound(context.db, id, { closesAt });
}
