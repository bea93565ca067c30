import { described } from '../shared/define-command.ts';
import type { Feature } from '../shared/feature.ts';
import { helpCard } from './help-card.ts';
import { helpWords } from './words/index.ts';

/** `/help`: what the bot does, as this person may use it on this platform. */
export const helpFeature: Feature = {
  name: 'help',
  words: helpWords,
  commands: [
    {
      definition: described(helpWords, (words) => words.command),
      actions: {
        '': {
          run: ({ caller, language, typed, threadAnswers }) =>
            Promise.resolve({
              type: 'reply',
              message: helpCard({
                language,
                typed,
                threadAnswers,
                manages: caller.mayManage !== false,
              }),
            }),
        },
      },
    },
  ],
};
