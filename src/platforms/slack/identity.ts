import type { WebClient } from '@slack/web-api';
import { remember } from '../shared/remember.ts';

/** Who the bot is: what its token belongs to. */
export interface Identity {
  readonly workspace: string;
  readonly workspaceName: string;
  readonly userId: string;
  readonly botId: string;
  /** The bot's name as people write it in `/invite @name`. */
  readonly name: string;
  readonly scopes: readonly string[];
}

export function createIdentity(client: WebClient): () => Promise<Identity> {
  return remember(() => ask(client));
}

async function ask(client: WebClient): Promise<Identity> {
  const answer = await client.auth.test();
  return {
    workspace: answer.team_id ?? '',
    workspaceName: answer.team ?? '',
    userId: answer.user_id ?? '',
    botId: answer.bot_id ?? '',
    name: answer.user ?? 'whetstone',
    scopes: answer.response_metadata?.scopes ?? [],
  };
}
