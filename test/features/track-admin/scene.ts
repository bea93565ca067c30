import { createHandlers } from '../../../src/app/requests/dispatch.ts';
import { createRegistry } from '../../../src/app/requests/registry.ts';
import { liveRounds } from '../../../src/db/rounds.ts';
import type { Round } from '../../../src/db/tables.ts';
import { askRound } from '../../../src/features/rounds/ask-round.ts';
import { watchRounds } from '../../../src/features/rounds/watch-rounds.ts';
import { trackAdminFeature } from '../../../src/features/track-admin/feature.ts';
import {
  type HandlersPerson,
  handlersPerson,
  type PersonTraits,
  type Told,
} from '../../support/handlers-person.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

/** Two decks, a quiet Discord, and people who type `/track`. */
export interface Scene {
  readonly world: World;
  readonly platform: QuietPlatform;
  person(traits: PersonTraits): HandlersPerson;
  /** Someone who may manage a workspace that nobody else has touched. */
  newManager(traits?: PersonTraits): HandlersPerson;
  /** Ticks as the bot does each minute, then posts the questions that came of it. */
  tick(): Promise<void>;
  /** The rounds of a track that are not over, newest first. */
  rounds(track: number): Promise<readonly Round[]>;
}

export async function openScene(): Promise<Scene> {
  const platform = quietPlatform('discord');
  const world = await openWorld({ platforms: [platform] });
  const { context } = world;
  await seedDeck(context.db, {
    name: 'llm-interview',
    questions: [
      { id: 'chunking', topic: 'rag', difficulty: 'medium' },
      { id: 'softmax', topic: 'attention', difficulty: 'easy' },
      { id: 'kv-cache', topic: 'attention', difficulty: 'hard' },
    ],
  });
  await seedDeck(context.db, {
    name: 'sql',
    questions: [{ id: 'joins', topic: 'queries', languages: ['en'] }],
  });
  const handlers = createHandlers(context, createRegistry([trackAdminFeature]), () => true);
  const person = (traits: PersonTraits) => handlersPerson(handlers, traits);
  let workspaces = 0;
  return {
    world,
    platform,
    person,
    newManager: (traits) => person({ manages: true, workspace: `new-${++workspaces}`, ...traits }),
    rounds: (track) => liveRounds(context.db, track),
    tick: async () => {
      await watchRounds(context);
      await postClaimed(world);
    },
  };
}

async function postClaimed(world: World): Promise<void> {
  for (const { name, data } of await world.takeJobs()) {
    if (name === 'ask' && 'roundId' in data) await askRound(world.context, Number(data.roundId));
  }
}

/** Adds a track as a manager does and answers its number. */
export async function addTrack(
  manager: HandlersPerson,
  values: Readonly<Record<string, string>> = {},
): Promise<number> {
  const form = await manager.run('track add');
  const preview = await manager.send(form, { decks: 'llm-interview', ...values });
  const saved = await manager.press(preview, 'Save');
  return numberIn(saved);
}

export function numberIn(told: Told): number {
  const [, number] = /Track (\d+)/.exec(told.text) ?? [];
  if (number === undefined) throw new Error(`no track number in: ${told.text}`);
  return Number(number);
}
