import type { Message } from '../../chat/message.ts';
import { clientOptions, createClient } from './client.ts';
import { asPlatformError, messageOf, slackCode } from './errors.ts';
import type { SlackOptions } from './index.ts';
import { fits } from './paginate.ts';
import { renderBlocks } from './render.ts';

/** What Slack says of a page that is not posted. */
export type SlackRehearsal = (page: Message) => Promise<readonly string[]>;

/** Slack answers so where it does not offer to look at blocks. */
const NOT_OFFERED: readonly string[] = [
  'unknown_method',
  'missing_scope',
  'not_allowed_token_type',
];

/** Why Slack refuses a page, by Slack's own word; where it gives none, by its documented limits. */
export function rehearseOnSlack({
  botToken,
  apiUrl,
  log,
}: Pick<SlackOptions, 'botToken' | 'apiUrl' | 'log'>): SlackRehearsal {
  const client = createClient(botToken, clientOptions(apiUrl, log));
  return async (page) => {
    // A picture has to be uploaded before Slack knows it, and nothing is uploaded here.
    const blocks = renderBlocks(page, ({ name }) => name).filter(({ type }) => type !== 'image');
    if (!fits(page.blocks)) return ['it is longer than Slack takes'];
    try {
      await client.blocks.validate({ blocks });
      return [];
    } catch (error) {
      const code = slackCode(error);
      // Slack did not look at them: it is unwell, or out of reach.
      if (code === undefined) throw asPlatformError(error);
      return NOT_OFFERED.includes(code) ? [] : [messageOf(error)];
    }
  };
}
