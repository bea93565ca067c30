import { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import {
  type APIInteraction,
  ComponentType,
  GatewayDispatchEvents,
  InteractionResponseType,
  InteractionType,
  type RESTPostAPIInteractionCallbackJSONBody,
  Routes,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { DiscordStage } from '../../test/support/discord/stage.ts';
import type { BareBot } from './bare-bot.ts';

/** The least that a bot on Discord's own libraries does: at each gesture one write and one reply. */
export async function bareDiscord(
  { env, world }: DiscordStage,
  write: () => Promise<unknown>,
): Promise<BareBot> {
  const { DISCORD_TOKEN: token = '', DISCORD_API_URL: api = '' } = env;
  const rest = new REST({ api }).setToken(token);

  const manager = new WebSocketManager({ token, intents: 0, rest });
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t === GatewayDispatchEvents.InteractionCreate) void take(data.d);
  });

  async function take(interaction: APIInteraction): Promise<void> {
    const isForm =
      interaction.type === InteractionType.ApplicationCommand && interaction.data.name === 'form';
    if (!isForm) await write();
    const { id, token: own } = interaction;
    const body = isForm ? FORM : REPLY;
    await rest.post(Routes.interactionCallback(id, own), { body, auth: false });
  }

  const commands = ['write', 'form'].map((name) => ({ name, description: 'For a comparison' }));
  await rest.put(Routes.applicationCommands(world.application), { body: commands });
  await manager.connect();
  return {
    command: (person) => person.run('write'),
    form: (person) => person.run('form'),
    stop: async () => manager.destroy(),
  };
}

const REPLY: RESTPostAPIInteractionCallbackJSONBody = {
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { content: 'Saved.', flags: 64, allowed_mentions: { parse: [] } },
};

const FORM: RESTPostAPIInteractionCallbackJSONBody = {
  type: InteractionResponseType.Modal,
  data: {
    ...{ custom_id: 'form', title: 'A form' },
    components: [
      {
        ...{ type: ComponentType.Label, label: 'Words' },
        component: {
          type: ComponentType.TextInput,
          custom_id: 'text',
          style: TextInputStyle.Paragraph,
        },
      },
    ],
  },
};
