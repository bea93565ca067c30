import type { Replies } from '../replies.ts';

function howToAnswer(replies: Replies): string {
  if (replies === 'none') return 'privately, with the Answer button';
  const anyReply = 'privately with the Answer button, or in its thread';
  return replies === 'all' ? anyReply : `${anyReply} with a message that mentions Whetstone`;
}

/** What `/help` says. */
export const en = {
  command: { name: 'help', does: 'What Whetstone does and its commands' },

  heading: 'Whetstone',
  what: (replies: Replies) =>
    `One interview question a day keeps the team sharp. Answer before the deadline printed on the question: ${howToAnswer(replies)}. The reference answer comes at the deadline.`,
  countMessage: (name: string) =>
    `Whatever else you wrote in the thread counts too: open the menu of your message, then Apps → ${name}.`,
  options:
    'Where a question has options, press the letter of yours under it. Nobody sees which; you can change it until the deadline.',
  streak:
    'A streak counts rounds answered in time, one after the other. Weekends, pauses, outages and days away break nothing.',
  commandsHeading: 'Commands',
  manageHeading: 'For people who manage Whetstone here',
  quiz: 'a question now, for you alone; add a topic or a difficulty',
  review: 'what is due for you today, a private reminder of it, and how well you know each topic',
  interview: 'the days that you prepare for, and what you may expect to know by then',
  streakCommand: 'your streak and why each mark stands as it does, or another person’s streak',
  away: 'say on which days you are away, and your streak waits',
  leaderboard: 'points and streaks: this week, this month, all time',
  help: 'this page',
  question:
    'suggest a question for the team’s own deck, see what was suggested, or take some in from a file',
  privacy: 'all your data, or its deletion',
  round: 'correct a closed round: make it void, or count a late answer, with a reason',
  managers: 'who else may manage Whetstone here',
  whetstone: 'whether channels, rights and questions are in order, and how to mend them',
  track:
    'add, edit, list, check, pause, resume or remove a channel’s track, change its settings; ask a question or reveal the answer now',
};
