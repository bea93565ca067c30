import { EVERY_MINUTE } from '../../jobs/heartbeat.ts';
import { type Feature, handleJob } from '../shared/feature.ts';
import { claimDigests, digestJob } from './claim-digests.ts';
import { digestButton, digestFormHandler } from './digest-form.ts';
import { digestSetting } from './digest-setting.ts';
import { postDigest } from './post-digest.ts';
import { redactDigest, redactDigestJob } from './redact-digest.ts';
import { deleteWorkspaceDigests, digestData } from './stored-data.ts';
import { digestWords } from './words/index.ts';

/** Tells a track's channel once of a week or a month that has ended. */
export const digestFeature: Feature = {
  name: 'digest',
  words: digestWords,
  trackSettings: [digestSetting],
  buttons: [digestButton],
  forms: [digestFormHandler],
  jobs: [handleJob(digestJob, postDigest), handleJob(redactDigestJob, redactDigest)],
  duties: [{ cron: EVERY_MINUTE, run: claimDigests }],
  personalData: digestData,
  deleteWorkspace: deleteWorkspaceDigests,
};
