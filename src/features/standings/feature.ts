import { type Feature, handleJob } from '../shared/feature.ts';
import { lookForMembers, lookJob, onMemberEvent } from './look-for-members.ts';
import { deleteWorkspaceStandings, standingsData } from './stored-data.ts';
import { standingsWords } from './words/index.ts';

/** Points and streaks as they are stored: caches of the fold over rounds and answers. */
export const standingsFeature: Feature = {
  name: 'standings',
  words: standingsWords,
  jobs: [handleJob(lookJob, lookForMembers)],
  onMembership: onMemberEvent,
  personalData: standingsData,
  deleteWorkspace: deleteWorkspaceStandings,
};
