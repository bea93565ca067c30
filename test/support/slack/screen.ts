import type { Seen } from '../stage.ts';
import { seen } from './seen.ts';
import type { SlackUser, StoredMessage, World } from './world.ts';

/** What stands in a channel, oldest first, without what stands in its threads. */
export function inChannel(world: World, channel: string): Seen[] {
  return publicMessages(world)
    .filter((message) => message.channel === channel)
    .filter(({ thread, ts }) => thread === undefined || thread === ts)
    .map((message) => seen(world, message));
}

export function inThread(world: World, under: Seen): Seen[] {
  return publicMessages(world)
    .filter(({ thread, ts }) => thread === under.id && ts !== under.id)
    .map((message) => seen(world, message));
}

/** All that happened, for the message of a test that waited in vain. */
export function describeWorld(world: World): string {
  const lines = [...world.messages.values()].map((message) => {
    const { author, text } = seen(world, message);
    return `${message.onlyFor ? `(only ${message.onlyFor}) ` : ''}${author}: ${text}`;
  });
  return [...lines, ...world.refusals.map((refusal) => `refused: ${refusal}`)].join('\n');
}

/** The message with this id, if it is on this person's screen. */
export function onScreen(world: World, user: SlackUser, id: string): StoredMessage {
  const found = world.messages.get(id);
  if (found && (found.onlyFor === undefined || found.onlyFor === user.id)) return found;
  throw new Error(`${user.name} does not see a message ${id}`);
}

function publicMessages(world: World): StoredMessage[] {
  return [...world.messages.values()]
    .filter((message) => !message.onlyFor)
    .sort((one, other) => Number(one.ts) - Number(other.ts));
}
