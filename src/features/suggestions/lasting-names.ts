import { defineJob } from '../../jobs/job.ts';

/*
 * A suggestion was once called a proposal. Names of that time stay where something outlives a new
 * version of the bot: buttons in messages already posted, jobs that wait in the queue, and private
 * messages already sent. The table `proposals` keeps its name too: to rename it would bring nobody anything.
 */

/** The names of buttons, and of the forms that they open. */
export const BUTTONS = {
  list: 'proposals',
  approve: 'proposal-approve',
  edit: 'proposal-edit',
  decline: 'proposal-decline',
  takeBack: 'proposal-take-back',
  addDeck: 'team-deck-add',
  chooseTrack: 'team-deck-track',
} as const;

/** Tells someone what became of the question they suggested. */
export const tellAuthorJob = defineJob<{
  /** The suggestion's id. */
  readonly proposalId: number;
}>('tell-proposer');

/** The key of the private message about a decision, which is sent once under it. */
export const decisionKey = (suggestionId: number): string => `proposal-${suggestionId}-decision`;
