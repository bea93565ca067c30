import { revealJob } from '../rounds/jobs.ts';
import { type Feature, handleJob } from '../shared/feature.ts';
import { redactJob, redactReveal } from './redact-reveal.ts';
import { revealRound } from './reveal-round.ts';
import { revealsData } from './stored-data.ts';
import { revealWords } from './words/index.ts';

/** A deadline is no time to wait: as many are revealed at a time as are asked. */
const REVEALS_AT_A_TIME = 32;

/** The reference answer, posted when a round closes, and edited when something in it is deleted. */
export const revealsFeature: Feature = {
  name: 'reveals',
  words: revealWords,
  personalData: revealsData,
  jobs: [
    handleJob(
      revealJob,
      (context, { roundId }) => revealRound(context, roundId),
      REVEALS_AT_A_TIME,
    ),
    handleJob(redactJob, redactReveal),
  ],
};
