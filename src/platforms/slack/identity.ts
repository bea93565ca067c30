import type { WebClient } from '@slack/web-api';

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

/** Asks Slack once; a failed question is asked again by the next caller. */
export function createIdentity(client: WebClient): () => Promise<Identity> {
  let known: Promise<Identity> | undefined;
  return () => {
    known ??= ask(client).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
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
