import type { Feature } from '../shared/feature.ts';
import { deleteWorkspaceStandings, standingsData } from './stored-data.ts';
import { standingsWords } from './words/index.ts';

/** Points and streaks as they are stored: caches of the fold over rounds and answers. */
export const standingsFeature: Feature = {
  name: 'standings',
  words: standingsWords,
  personalData: standingsData,
  deleteWorkspace: deleteWorkspaceStandings,
};
