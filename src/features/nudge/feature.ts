import { EVERY_MINUTE } from '../../jobs/heartbeat.ts';
import { type Feature, handleJob } from '../shared/feature.ts';
import { claimMemberNudges, memberNudgeJob } from './claim-member-nudges.ts';
import { claimNudges, nudgeJob } from './claim-nudges.ts';
import { switchMemberNudge } from './member-nudge-button.ts';
import { nudgeButton, nudgeFormHandler } from './nudge-form.ts';
import { nudgeSetting } from './nudge-setting.ts';
import { postNudge } from './post-nudge.ts';
import { deleteWorkspaceNudges, nudgeData } from './stored-data.ts';
import { nudgeWords } from './words/index.ts';
import { writeMemberNudge } from './write-member-nudge.ts';

/** Says that a round closes soon: in its thread where a track wants that, privately to those who asked for it. */
export const nudgeFeature: Feature = {
  name: 'nudge',
  words: nudgeWords,
  trackSettings: [nudgeSetting],
  buttons: [nudgeButton, switchMemberNudge],
  forms: [nudgeFormHandler],
  jobs: [
    handleJob(nudgeJob, (context, { roundId }) => postNudge(context, roundId)),
    handleJob(memberNudgeJob, writeMemberNudge),
  ],
  duties: [
    { cron: EVERY_MINUTE, run: claimNudges },
    { cron: EVERY_MINUTE, run: claimMemberNudges },
  ],
  personalData: nudgeData,
  deleteWorkspace: deleteWorkspaceNudges,
};
