import { type APIApplication, ApplicationFlags, Routes } from 'discord-api-types/v10';
import type { PlatformSetup } from '../../chat/platform-setup.ts';
import { createApi } from './api.ts';
import type { DiscordOptions } from './index.ts';
import { NEEDED_PERMISSIONS } from './permissions.ts';

/** The bot's application as its token opens it, and the servers that it is in. Nothing is started. */
export async function inspectDiscord(
  options: Pick<DiscordOptions, 'token' | 'apiUrl' | 'messageContent'>,
): Promise<PlatformSetup> {
  const api = createApi({ ...options, elapsedMs: () => 0 });
  try {
    const application = await api.request<APIApplication>('GET', Routes.currentApplication());
    const guilds = await api.request<readonly { readonly name: string }[]>(
      'GET',
      Routes.userGuilds(),
    );
    const reads = !options.messageContent || mayReadContent(application.flags);
    return {
      name: application.name,
      workspaces: guilds.map(({ name }) => name),
      missing: reads ? [] : ['Message Content Intent'],
      invitation: invitationOf(application.id),
    };
  } finally {
    api.close();
  }
}

/** Bots in few servers have the "limited" flag, which does the same. */
function mayReadContent(flags: number): boolean {
  const either =
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
  return (flags & either) !== 0;
}

function invitationOf(application: string): string {
  const permissions = Object.values(NEEDED_PERMISSIONS).reduce((all, bit) => all | bit);
  const query = `client_id=${application}&scope=bot+applications.commands&permissions=${permissions}`;
  return `https://discord.com/oauth2/authorize?${query}`;
}
