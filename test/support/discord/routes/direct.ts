import { ChannelType } from 'discord-api-types/v10';
import { unknownUser } from '../errors.ts';
import type { Call, Route } from '../rest.ts';
import { channelPayload } from '../wire.ts';
import type { Channel, World } from '../world.ts';

export const directRoutes: readonly Route[] = [
  { method: 'POST', path: '/users/@me/channels', check: () => undefined, answer: open },
];

/** The direct message channel with a person; asking again gives the same one. */
function open({ world, body }: Call): object {
  const { recipient_id: recipient } = body as { readonly recipient_id: string };
  const person = [...world.members.values()].find(({ user }) => user.id === recipient);
  if (!person) throw unknownUser();
  return channelPayload(world, known(world, recipient) ?? added(world, recipient));
}

function known(world: World, recipient: string): Channel | undefined {
  return [...world.channels.values()].find((channel) => channel.recipient === recipient);
}

function added(world: World, recipient: string): Channel {
  const channel: Channel = {
    id: world.ids(),
    name: '',
    type: ChannelType.DM,
    recipient,
    denied: 0n,
    archived: false,
    locked: false,
  };
  world.channels.set(channel.id, channel);
  return channel;
}
