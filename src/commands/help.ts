import { helpCard } from '../cards/help.ts';
import { named } from './define.ts';
import type { Feature } from './handler.ts';

/** `/help`: what the bot does, as this person may use it on this platform. */
export const helpFeature: Feature = {
  commands: [
    {
      definition: { ...named('help'), directOnSlack: false },
      actions: {
        '': {
          run: ({ asker, language }) =>
            Promise.resolve({
              type: 'reply',
              message: helpCard(language, asker.platform, asker.mayManage),
            }),
        },
      },
    },
  ],
};
