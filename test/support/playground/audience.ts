import { CHANNEL } from '../../../src/platforms/playground/people.ts';
import type { PlaygroundStore } from '../../../src/platforms/playground/store.ts';
import type { Person, Stage, Traits } from '../stage.ts';
import { createHands } from './hands.ts';
import { createMirror, type Mirror } from './mirror.ts';

/** Everybody who looks at the stage, each with a page of their own. */
export interface Audience {
  readonly person: (name: string, traits?: Traits) => Person;
  /** The channel as one sees it who does nothing there. */
  screen(channel: string): Mirror;
  addChannel(name: string, botMayPost: boolean): string;
  /** Opens everybody's page on one more server. */
  join(url: string): Promise<void>;
  leave(url: string): void;
  /** The server whose page people use. */
  url(): string | undefined;
  /** Resolves when every page shows what one that opens now would show. */
  caughtUp(until: Stage['until']): Promise<unknown>;
  /** Does something that takes a moment; what people do next waits for it. */
  later(work: () => Promise<unknown>): void;
  readonly dropConnections: () => void;
  readonly refusals: readonly string[];
  close(): Promise<void>;
}

/** Looks at the channels, and does nothing there. */
export const ONLOOKER = { id: 'onlooker', name: 'Onlooker', manages: false };

export function createAudience(store: PlaygroundStore, onChange: () => void): Audience {
  const urls: string[] = [];
  const refusals: string[] = [];
  const mirrors: Mirror[] = [];
  const people = new Map<string, Person>();
  const screens = new Map<string, Mirror>();
  let settled: Promise<unknown> = Promise.resolve();
  const later = (work: () => Promise<unknown>): void => {
    settled = settled.then(work);
  };

  function mirrorFor(member: string, channel: string, headers: Headers = {}): Mirror {
    const mirror = createMirror({ member, channel, headers, onChange });
    mirrors.push(mirror);
    later(() => Promise.all(urls.map((url) => mirror.follow(url))));
    return mirror;
  }

  async function page(): Promise<string> {
    await settled;
    const newest = urls.at(-1);
    if (newest === undefined) throw new Error('no page: the adapter is not started');
    return newest;
  }

  function enter(name: string, traits: Traits): Person {
    const id = `p-${people.size + 1}`;
    later(() => store.ensureMember({ id, name, manages: traits.manages ?? false }));
    const headers = preferences(traits);
    const mirror = mirrorFor(id, CHANNEL, headers);
    const answered = new Set<string>();
    const hands = createHands({
      ...{ member: id, channel: CHANNEL, headers, mirror, page },
      refused: (reason) => void refusals.push(reason),
      answered: (message) => void answered.add(message),
    });
    const told = () => mirror.privately().filter((message) => !answered.has(message.id));
    return { id, name, ...hands, told };
  }

  function screen(channel: string): Mirror {
    const shown = screens.get(channel) ?? mirrorFor(ONLOOKER.id, channel);
    screens.set(channel, shown);
    return shown;
  }

  return {
    person(name, traits = {}) {
      const person = people.get(name) ?? enter(name, traits);
      people.set(name, person);
      return person;
    },
    screen,
    addChannel(name, botMayPost) {
      const id = `c-${name}`;
      later(() => store.ensureChannel({ id, name, botMayPost }));
      screen(id);
      return id;
    },
    async join(url) {
      await settled;
      urls.push(url);
      await Promise.all(mirrors.map((mirror) => mirror.follow(url)));
    },
    leave: (url) => void urls.splice(urls.indexOf(url), 1),
    url: () => urls.at(-1),
    async caughtUp(until) {
      const url = await page();
      await Promise.all(mirrors.map((mirror) => mirror.caughtUp(url, until)));
    },
    later,
    dropConnections: () => later(() => Promise.all(mirrors.map((mirror) => mirror.drop()))),
    refusals,
    async close() {
      await settled;
      for (const mirror of mirrors) mirror.close();
    },
  };
}

type Headers = Readonly<Record<string, string>>;

/** The page keeps them in cookies. */
function preferences({ language = 'en', timezone }: Traits): Headers {
  const cookies = [`whetstone-language=${language}`];
  if (timezone) cookies.push(`whetstone-timezone=${encodeURIComponent(timezone)}`);
  return { cookie: cookies.join('; ') };
}
