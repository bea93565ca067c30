import type { Feature } from '../shared/feature.ts';
import { deleteWorkspaceDecks } from './stored-data.ts';
import { deckWords } from './words/index.ts';

/** Decks as they are stored: loading, finding, removing, and what cards show of a question. */
export const decksFeature: Feature = {
  name: 'decks',
  words: deckWords,
  deleteWorkspace: deleteWorkspaceDecks,
  cli: async () => (await import('./cli/commands.ts')).deckCommands,
};
