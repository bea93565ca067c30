import { managesHere } from '../../delivery/may-manage.ts';
import type { Feature } from '../shared/feature.ts';
import { HELP_COMMAND } from './definition.ts';
import { helpCard } from './help-card.ts';
import { repliesOf } from './replies.ts';
import { helpWords } from './words/index.ts';

/** `/help`: what the bot does, as this person may use it on this platform. */
export const helpFeature: Feature = {
  name: 'help',
  words: helpWords,
  commands: [
    {
      definition: HELP_COMMAND,
      actions: {
        '': {
          async run(request) {
            const { context, caller, language } = request;
            const manages = (await managesHere(context, caller)) !== false;
            const replies = repliesOf(request);
            return { type: 'reply', message: helpCard({ language, replies, manages }) };
          },
        },
      },
    },
  ],
};
