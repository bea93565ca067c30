/** Names and descriptions of slash commands and their options. */
export const commands = {
  streak: { name: 'streak', does: 'Your streak, or another person’s' },
  streakMember: { name: 'member', does: 'Whose streak; yours if left out' },
  leaderboard: { name: 'leaderboard', does: 'Points and streaks of this channel’s track' },
  leaderboardPeriod: { name: 'period', does: 'This week, this month or all time' },
  privacy: { name: 'privacy', does: 'Your data here: see all of it, or delete it' },
  privacyExport: { name: 'export', does: 'All that is kept about you here, for you alone' },
  privacyForget: { name: 'forget', does: 'Delete all that is kept about you here' },
  help: { name: 'help', does: 'What Whetstone does and its commands' },
  question: { name: 'question', does: 'Suggest a question, or report one' },
  questionSuggest: { name: 'suggest', does: 'A question for the team’s own deck' },
  questionMine: { name: 'mine', does: 'What you suggested, and what became of it' },
  questionReport: { name: 'report', does: 'Say what is wrong with this channel’s last question' },
  questionList: { name: 'list', does: 'Suggestions to decide on; for people who manage' },
  questionReports: { name: 'reports', does: 'Reports to see to; for people who manage' },
};
