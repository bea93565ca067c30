import type { ChosenFiles, Person, Seen } from '../stage.ts';
import type { Gateway } from './gateway.ts';
import { buttonData, commandData, completionData, formData, type Sent } from './gestures.ts';
import { answered, interact } from './interact.ts';
import { seen } from './seen.ts';
import { findMessage, type Member, type World } from './world.ts';
import { remove, rewrite, write } from './writing.ts';

export interface Crowd {
  readonly world: World;
  readonly gateway: Gateway;
  /** The channel where people type their commands. */
  readonly channel: string;
}

export function createPerson({ world, gateway, channel }: Crowd, member: Member): Person {
  const ask = (sent: Sent, at = channel) => interact(world, gateway, member, sent, at);
  return {
    id: member.user.id,
    name: member.user.username,
    run: async (command, ...rest) => answered(world, await ask(commandData(world, command, rest))),
    async complete(command, option, partial) {
      const outcome = await ask(completionData(world, command, option, partial));
      return outcome.type === 'choices' ? outcome.choices : [];
    },
    async press(button) {
      const sent = buttonData(world, member, button);
      return answered(world, await ask(sent, findMessage(world, button.on)?.channel_id));
    },
    async send(form, values, files = {}) {
      const opened = world.interactions.get(form.handle);
      if (!opened?.modal) throw new Error('no such form');
      const sent = formData(opened.modal, form, values, {
        ...(opened.source && { source: opened.source.id }),
        ...uploaded(world, files),
        roles: [world.guild.id, ...world.roles.keys()],
      });
      return answered(world, await ask(sent, opened.channel));
    },
    reply: (under, text) => promise(() => write(world, gateway, member, under, text)),
    replyWith: (under, what, text = '') =>
      promise(() => write(world, gateway, member, under, text, what)),
    rewrite: (message, text) => promise(() => rewrite(world, gateway, message, text)),
    remove: (message) => promise(() => remove(world, gateway, message)),
    told: () => told(world, member),
  };
}

/** Files as Discord keeps them: each under an address of its own. */
function uploaded(world: World, files: ChosenFiles) {
  return {
    attachments: Object.entries(files).map(([field, { name, content }]) => {
      const bytes = Buffer.from(content);
      const id = world.ids();
      const path = `/attachments/${id}/${encodeURIComponent(name)}`;
      world.uploads.set(path, bytes);
      const url = `${world.settings.origin}${path}`;
      return {
        field,
        id,
        filename: name,
        size: bytes.length,
        url,
        proxy_url: url,
        ephemeral: true,
      };
    }),
  };
}

/** What happens at once, as a promise that rejects where it throws. */
function promise<T>(act: () => T): Promise<T> {
  return new Promise((resolve) => resolve(act()));
}

/**
 * Private messages besides the answers to gestures, direct messages, and the bot's replies to what
 * they wrote.
 */
function told(world: World, { user }: Member): Seen[] {
  const whispers = world.whispers
    .filter(({ to, answers }) => to === user.id && !answers)
    .map(({ message }) => message);
  const replies = [...world.messages.values()].flat().filter(({ author, message_reference }) => {
    const to = findMessage(world, message_reference?.message_id ?? '');
    return author.id === world.bot.id && to?.author.id === user.id;
  });
  return [...whispers, ...direct(world, user.id), ...replies]
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .map((message) => seen(world, message));
}

function direct(world: World, person: string) {
  const rooms = [...world.channels.values()].filter(({ recipient }) => recipient === person);
  return rooms.flatMap(({ id }) => world.messages.get(id) ?? []);
}
