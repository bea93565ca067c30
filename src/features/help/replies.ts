import type { Request } from '../shared/feature.ts';

/** Which messages in a round's thread are answers here: all, those that mention the bot, or none. */
export type Replies = 'all' | 'mentioning' | 'none';

/** In the playground another platform is only a look: nobody mentions a bot there. */
export function repliesOf({ threadAnswers, caller }: Request): Replies {
  if (threadAnswers) return 'all';
  return caller.look ? 'none' : 'mentioning';
}
