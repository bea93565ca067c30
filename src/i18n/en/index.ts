import { commands } from './commands.ts';
import { common } from './common.ts';
import { playground } from './playground.ts';
import { question } from './question.ts';

/** English, which is also the shape every language has. */
export const en = {
  commands,
  common,
  playground,
  question,
};
