import { countEn } from '../../../i18n/plural.ts';

/** What the playground’s page says around the bot’s own messages. */
export const en = {
  title: 'Whetstone: the playground',
  tagline: 'One question a day keeps the team sharp.',
  about:
    'The whole bot, on your own machine. Answer, move the clock, see a week go by in a minute.',
  skip: 'Skip to the channel',
  skipToChannelInput: 'Skip to the message box',
  skipToThreadInput: 'Skip to the message box of the thread',
  newBelow: 'There is something new below',
  panel: 'Playground controls',
  openPanel: 'Controls',
  closePanel: 'Close the controls',
  you: 'You are',
  youHint: 'Open a second window to be two people at once.',
  manages: 'manages',
  clock: 'The clock is yours',
  nextQuestion: 'Next question',
  deadline: 'Deadline now',
  others: 'The others answer',
  commands: 'Try a command',
  language: 'Language',
  languageHint: 'The next question will be in it too.',
  languageNames: { en: 'English', ru: 'Русский' },
  look: 'Shown as',
  looksHints: {
    whetstone: 'Or see each message as a platform is sent it.',
    discord:
      'With its commands and limits, and its default: replies in threads are not counted, answers are sent with the button. Private messages go when the page is loaded again.',
    slack:
      'With its commands and limits: there are no commands in threads. Private messages go when the page is loaded again.',
  },
  notInThreads: 'Slack runs no commands in threads. Type it in the channel.',
  notThere: ({
    typed,
    commands,
  }: {
    readonly typed: string;
    readonly commands: readonly string[];
  }) => `${typed} is not a command of Whetstone there. Its commands: ${commands.join(', ')}.`,
  theme: 'Theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  connect: 'For your own team',
  connectHint:
    'From nothing to the first question in ten minutes: docs/discord.md and docs/slack.md.',
  channel: (name: string) => `Channel ${name}`,
  channelTopic: 'A question a day. Answer by button, or in the thread.',
  channelTopicUncounted: 'A question a day. Answer by button.',
  channelInput: 'Type / for a command',
  waiting: 'The first question is on its way…',
  noThread: 'Threads open here. Each question has one: answer in it, and the reveal comes there.',
  noThreadUncounted: 'Threads open here. Each question has one, and the reveal comes there.',
  thread: 'Thread',
  threadInput: 'Answer in the thread',
  uncountedInput: 'Replies are not counted; press Answer',
  noReplies: 'Nobody has written here yet. The answer is revealed here at the deadline.',
  openThread: 'Open the thread',
  closeThread: 'Close the thread',
  messages: (count: number) => countEn(count, 'message', 'messages'),
  /** The link to a thread where the answer stands among what is written there. */
  answerAnd: (count: number) => `See the answer · ${countEn(count, 'message', 'messages')}`,
  bot: 'bot',
  onlyYou: 'Only you can see this',
  /** Under a box that takes no more; `platform` is the one that the page is shown as. */
  longestMessage: ({ platform, most }: { readonly platform: string; readonly most: number }) =>
    `${platform} takes at most ${most.toLocaleString('en')} characters in a message.`,
  longestField: (most: number) => `No more than ${most.toLocaleString('en')} characters fit here.`,
  send: 'Send',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Edit',
  editTitle: 'Edit your message',
  message: 'Message',
  blank: 'Write something, or delete the message.',
  edited: 'edited',
  delete: 'Delete',
  dismiss: 'Dismiss',
  accepted: 'Counted in time',
  late: 'Came too late',
  /** To whoever asks from another machine or by another name; `port` is the server's. */
  elsewhere: (port: number) =>
    `Only a browser on the machine that runs Whetstone may open the playground. Open http://127.0.0.1:${port} there; from another machine, first run: ssh -L ${port}:127.0.0.1:${port} the-machine. Or name the address that you opened in PLAYGROUND_HOSTS.`,
  offline: 'The connection is gone. Trying again…',
  failed: 'That did not go through. Please try again.',
  othersByForm: 'The others answer with the button too. The reveal shows what they sent.',
  nothingOpen: 'No question is open. Press “Next question”.',
  /** What the other sample members reply; good enough to look alive, whatever the question is. */
  sampleAnswers: [
    'I would start from what it is for, then name the price: quality against speed and memory.',
    'In one sentence: it keeps what matters and spends nothing on the rest. The details depend on the data.',
    'I had this in an interview once. They wanted the idea first, an example second, the formula last.',
    'It trades a little accuracy for a lot of compute, and in practice that is nearly always worth it.',
    'Not sure about the maths, but the intuition: similar things end up close to each other.',
    'I would draw it: input on the left, output on the right, and say what each step loses.',
  ],
};
