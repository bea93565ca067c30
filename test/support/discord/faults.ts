import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Faults } from '../stage.ts';
import type { Gateway } from './gateway.ts';
import { channelPayload } from './wire.ts';
import type { World } from './world.ts';

export const POSTING = PermissionFlagsBits.SendMessages | PermissionFlagsBits.SendMessagesInThreads;

export function createFaults(world: World, gateway: Gateway): Faults {
  const { settings } = world;
  return {
    failPosts(count) {
      settings.failPosts = count;
    },
    swallowPostAnswers(count) {
      settings.swallowPostAnswers = count;
    },
    rateLimit(count, seconds) {
      settings.rateLimit = { count, seconds };
    },
    allowPosting(id, allowed) {
      const channel = world.channels.get(id);
      if (!channel) return;
      channel.denied = allowed ? channel.denied & ~POSTING : channel.denied | POSTING;
      gateway.dispatch('CHANNEL_UPDATE', channelPayload(world, channel));
    },
    deleteChannel: (id) => deleteChannel(world, gateway, id),
    removeBot() {
      settings.botIsMember = false;
      gateway.dispatch('GUILD_DELETE', { id: world.guild.id });
    },
    refuseDirect: (person) => void settings.closedDirect.add(person),
    dropConnection: () => gateway.drop(),
    deliverTwice(on) {
      settings.deliverTwice = on;
    },
  };
}

/** Deletes a channel with its threads, or one thread. */
export function deleteChannel(world: World, gateway: Gateway, id: string): void {
  const channel = world.channels.get(id);
  if (!channel) return;
  const gone = [...world.channels.values()].filter((each) => each.id === id || each.parent === id);
  for (const each of gone) {
    world.channels.delete(each.id);
    world.messages.delete(each.id);
  }
  const event = channel.parent === undefined ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
  gateway.dispatch(event, channelPayload(world, channel));
}
