import { WebClient } from '@slack/web-api';
import type { PlatformSetup } from '../../chat/platform-setup.ts';
import { clientOptions, createClient } from './client.ts';
import { attempt } from './errors.ts';
import { createIdentity } from './identity.ts';
import type { SlackOptions } from './index.ts';
import { SCOPES } from './permissions.ts';

/** What the bot's tokens open. Nothing is started; Slack gives an address for a socket, which nobody takes. */
export async function inspectSlack(
  options: Pick<SlackOptions, 'botToken' | 'apiUrl' | 'appToken' | 'log'>,
): Promise<PlatformSetup> {
  const calls = clientOptions(options.apiUrl, options.log);
  const { name, workspaceName, scopes } = await attempt(
    createIdentity(createClient(options.botToken, calls)),
  );
  const { appToken } = options;
  if (appToken !== undefined) {
    await attempt(() => new WebClient(appToken, calls).apps.connections.open({}));
  }
  return {
    name,
    workspaces: [workspaceName],
    missing: Object.keys(SCOPES).filter((scope) => !scopes.includes(scope)),
  };
}
