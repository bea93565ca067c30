/** What streaks and leaderboards say alike. */
export const en = {
  trackLine: ({ deck, track }: { readonly deck: string; readonly track: number }) =>
    `${deck} · track ${track}`,
};
