import { type Feature, handleJob } from '../shared/feature.ts';
import { feedButton, feedSetting } from './feed/feed-setting.ts';
import { icsButton, icsFormHandler } from './ics/ics-form.ts';
import { icsSetting } from './ics/ics-setting.ts';
import { claimIcsRefreshes, refreshIcs, refreshIcsJob } from './ics/refresh-ics.ts';
import { skipButton, skipFormHandler } from './skip-form.ts';
import { skipSetting } from './skip-setting.ts';
import { deleteWorkspaceCalendars } from './stored-data.ts';
import { calendarWords } from './words/index.ts';

/** Calendars are read once a night, so ten minutes later does as well. */
const EVERY_TEN_MINUTES = '40 */10 * * * *';

/** The days on which a track asks nothing, and when it asks all the same. */
export const calendarFeature: Feature = {
  name: 'calendar',
  words: calendarWords,
  trackSettings: [skipSetting, icsSetting, feedSetting],
  buttons: [skipButton, icsButton, feedButton],
  forms: [skipFormHandler, icsFormHandler],
  jobs: [handleJob(refreshIcsJob, refreshIcs)],
  duties: [{ cron: EVERY_TEN_MINUTES, run: claimIcsRefreshes }],
  deleteWorkspace: deleteWorkspaceCalendars,
};
