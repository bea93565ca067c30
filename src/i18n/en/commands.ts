/** Names and descriptions of slash commands and their options. */
export const commands = {
  quiz: { name: 'quiz', does: 'A question now, for you alone' },
  quizTopic: { name: 'topic', does: 'Only this topic' },
  quizDifficulty: { name: 'difficulty', does: 'Only this difficulty' },
  streak: { name: 'streak', does: 'Your streak, or another person’s' },
  streakMember: { name: 'member', does: 'Whose streak; yours if left out' },
  leaderboard: { name: 'leaderboard', does: 'Points and streaks of this channel’s track' },
  leaderboardPeriod: { name: 'period', does: 'This week, this month or all time' },
  trackOption: { name: 'track', does: 'The track’s number, where there are several' },
  help: { name: 'help', does: 'What Whetstone does and its commands' },
};
