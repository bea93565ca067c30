import type { en } from './en.ts';

export const ru: typeof en = {
  trackLine: ({ deck, track }) => `${deck} · программа ${track}`,
};
