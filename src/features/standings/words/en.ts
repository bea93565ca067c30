/** What streaks and leaderboards say alike. */
export const en = {
  trackLine: (deck: string, track: number) => `${deck} · track ${track}`,
};
