import { countEn } from '../../../i18n/plural.ts';

/** What `/privacy` says. */
export const en = {
  command: { name: 'privacy', does: 'Your data here: see all of it, or delete it' },
  subcommands: {
    export: { name: 'export', does: 'All that is kept about you here, for you alone' },
    forget: { name: 'forget', does: 'Delete all that is kept about you here' },
  },

  exportHeading: 'Your data',
  answers: 'Answers to rounds',
  quizAnswers: 'Quiz answers',
  streaks: 'Streaks',
  drafts: 'Drafts',
  exportIs: 'All that is kept about you here, as JSON. Only you see it.',
  exportSent: 'The file with all of it is in your private messages with Whetstone.',
  exportNotSent:
    'No file could be sent to you: Whetstone may not write to you privately here. This is the same as text.',
  exportTooLong: (command: string) =>
    `Your data is too long for a private message. Ask the people who run Whetstone here for it; they get it with: ${command}`,
  forgetHeading: 'Delete your data here?',
  forgets:
    'This deletes your answers, points, streaks, quiz answers, suggestions, days away, drafts, what Whetstone remembers of your learning, and corrections of your answers, with your name. You leave the leaderboards, and reveals and digests of a week or month already posted are edited. Corrections that you made for others stay, with their reason and without your name. It cannot be undone.',
  keeps:
    'Messages that you wrote in threads yourself are the platform’s: delete them there. When you take part again, you start anew.',
  grader: ({ host, model }: { readonly host: string; readonly model: string }) =>
    `When you ask how an answer did, it goes without your name to ${host} too, where a language model (${model}) reads it with the question.`,
  forget: 'Delete everything',
  show: 'Show my data first',
  forgotten: ({ answers, reveals }: { readonly answers: number; readonly reveals: number }) =>
    `Done. Nothing is kept about you here any more; ${countEn(answers, 'answer', 'answers')} went with it.${
      reveals > 0 ? ' Reveals already posted are being edited.' : ''
    }`,
};
