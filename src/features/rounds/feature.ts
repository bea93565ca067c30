import { HEARTBEAT } from '../../jobs/heartbeat.ts';
import { groupGoneJob } from '../notify/group-to-notify.ts';
import { type Feature, handleJob } from '../shared/feature.ts';
import { askRound } from './ask-round.ts';
import { askJob, tellFailureJob } from './jobs.ts';
import { notePresence } from './note-presence.ts';
import { resumeRounds } from './resume-rounds.ts';
import { deleteWorkspaceRounds } from './stored-data.ts';
import { tellFailure } from './tell-failure.ts';
import { tellGroupGone } from './tell-group-gone.ts';
import { watchRounds } from './watch-rounds.ts';
import { roundWords } from './words/index.ts';

/**
 * How many rounds are asked at a time. A channel that does not answer keeps one of them for as long as a
 * request may take.
 */
const ROUNDS_AT_A_TIME = 32;

/** A round from its claim to its deadline. */
export const roundsFeature: Feature = {
  name: 'rounds',
  words: roundWords,
  deleteWorkspace: deleteWorkspaceRounds,
  jobs: [
    handleJob(askJob, (context, { roundId }) => askRound(context, roundId), ROUNDS_AT_A_TIME),
    handleJob(tellFailureJob, tellFailure),
    handleJob(groupGoneJob, tellGroupGone),
  ],
  duties: [
    // On its own: however long the rounds take, that is no outage.
    { cron: HEARTBEAT, of: 'listeners', run: notePresence },
    // A deadline is kept to the moment, not to the beat.
    { cron: HEARTBEAT, run: watchRounds },
  ],
  onStart: (context) => resumeRounds(context),
};
