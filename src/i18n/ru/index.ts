import type { en } from '../en/index.ts';
import { common } from './common.ts';

export const ru: typeof en = {
  common,
};
