import type { en } from '../en/index.ts';
import { boards } from './boards.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { help } from './help.ts';
import { playground } from './playground.ts';
import { privacy } from './privacy.ts';
import { question } from './question.ts';

export const ru: typeof en = {
  boards,
  commands,
  common,
  help,
  playground,
  privacy,
  question,
};
