import type { en } from '../en/index.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';

export const ru: typeof en = {
  commands,
  common,
};
