import type { Answered, Person, Seen } from '../stage.ts';
import type { Envelope } from './delivery.ts';
import { createHands } from './hands.ts';
import { createPen } from './pen.ts';
import { seen } from './seen.ts';
import type { SlackUser, StoredMessage, World } from './world.ts';

export interface SlackPerson extends Person {
  /** Types a slash command letter for letter, in a channel. */
  type(command: string, text: string, channel?: string): Promise<Answered>;
  /** Everything on this person's screen that others do not see, oldest first. */
  privately(): readonly Seen[];
}

export interface PersonContext {
  readonly world: World;
  readonly origin: string;
  readonly channel: string;
  /** Slash commands of the app's manifest. */
  readonly commands: readonly string[];
  readonly deliver: (envelope: Envelope) => Promise<void>;
  readonly until: <T>(look: () => T | undefined | false | null, what: string) => Promise<T>;
}

export function createPerson(context: PersonContext, user: SlackUser): SlackPerson {
  const { world } = context;
  const onlyTheirs = (): StoredMessage[] =>
    [...world.messages.values()].filter(({ onlyFor }) => onlyFor === user.id);
  const direct = (): StoredMessage[] =>
    [...world.messages.values()].filter(
      ({ channel }) => world.channels.get(channel)?.direct === user.id,
    );
  const show = (message: StoredMessage): Seen => seen(world, message);
  return {
    id: user.id,
    name: user.name,
    ...createHands(context, user),
    ...createPen(context, user),
    complete: () => Promise.resolve([]),
    privately: () => onlyTheirs().map(show),
    told: () =>
      [...onlyTheirs().filter((message) => !message.gesture), ...direct()]
        .toSorted((one, other) => Number(one.ts) - Number(other.ts))
        .map(show),
  };
}
