import type { Feature } from '../shared/feature.ts';
import { skipButton, skipFormHandler } from './skip-form.ts';
import { skipSetting } from './skip-setting.ts';
import { deleteWorkspaceCalendars } from './stored-data.ts';
import { calendarWords } from './words/index.ts';

/** The days on which a track asks nothing, and when it asks all the same. */
export const calendarFeature: Feature = {
  name: 'calendar',
  words: calendarWords,
  trackSettings: [skipSetting],
  buttons: [skipButton],
  forms: [skipFormHandler],
  deleteWorkspace: deleteWorkspaceCalendars,
};
