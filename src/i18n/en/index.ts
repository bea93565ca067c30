import { common } from './common.ts';

/** English, which is also the shape every language has. */
export const en = {
  common,
};
