import { STAGES } from './stages.ts';

/** The platforms that lie behind a network and so can fail in its ways. */
export const REMOTE_STAGES = STAGES.filter(({ name }) => name !== 'playground');
