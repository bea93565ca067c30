import { type Feature, handleJob } from '../shared/feature.ts';
import { claimNudges, nudgeJob } from './claim-nudges.ts';
import { nudgeButton, nudgeFormHandler } from './nudge-form.ts';
import { nudgeSetting } from './nudge-setting.ts';
import { postNudge } from './post-nudge.ts';
import { deleteWorkspaceNudges } from './stored-data.ts';
import { nudgeWords } from './words/index.ts';

const EVERY_MINUTE = '0 * * * * *';

/** Says in a round's thread that the round closes soon, where a track wants that. */
export const nudgeFeature: Feature = {
  name: 'nudge',
  words: nudgeWords,
  trackSettings: [nudgeSetting],
  buttons: [nudgeButton],
  forms: [nudgeFormHandler],
  jobs: [handleJob(nudgeJob, (context, { roundId }) => postNudge(context, roundId))],
  duties: [{ cron: EVERY_MINUTE, run: claimNudges }],
  deleteWorkspace: deleteWorkspaceNudges,
};
