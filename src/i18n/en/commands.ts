/** Names and descriptions of slash commands and their options. */
export const commands = {
  question: { name: 'question', does: 'Suggest a question, or report one' },
  questionSuggest: { name: 'suggest', does: 'A question for the team’s own deck' },
  questionMine: { name: 'mine', does: 'What you suggested, and what became of it' },
  questionReport: { name: 'report', does: 'Say what is wrong with this channel’s last question' },
  questionList: { name: 'list', does: 'Suggestions to decide on; for people who manage' },
  questionReports: { name: 'reports', does: 'Reports to see to; for people who manage' },
};
