import type { Feature } from '../shared/feature.ts';
import { deleteWorkspaceCalendars } from './stored-data.ts';
import { calendarWords } from './words/index.ts';

/** The days on which a track asks nothing, and when it asks all the same. */
export const calendarFeature: Feature = {
  name: 'calendar',
  words: calendarWords,
  deleteWorkspace: deleteWorkspaceCalendars,
};
