import type { en } from '../en/index.ts';
import { answer } from './answer.ts';
import { common } from './common.ts';
import { round } from './round.ts';

export const ru: typeof en = { answer, common, round };
