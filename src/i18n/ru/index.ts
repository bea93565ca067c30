import type { en } from '../en/index.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { playground } from './playground.ts';
import { question } from './question.ts';

export const ru: typeof en = {
  commands,
  common,
  playground,
  question,
};
