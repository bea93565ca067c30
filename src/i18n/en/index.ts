import { answer } from './answer.ts';
import { common } from './common.ts';
import { round } from './round.ts';

/** English, which is also the shape every language has. */
export const en = { answer, common, round };
