import type { Feature } from '../shared/feature.ts';
import { deleteWorkspaceTracks, tracksData } from './stored-data.ts';
import { trackWords } from './words/index.ts';

/** What a track is: its plan, its channel, its status, and how it is suspended. */
export const tracksFeature: Feature = {
  name: 'tracks',
  words: trackWords,
  personalData: tracksData,
  deleteWorkspace: deleteWorkspaceTracks,
};
