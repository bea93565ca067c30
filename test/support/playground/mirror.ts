import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { MessageView } from '../../../src/platforms/playground/view/message.ts';
import type { Seen, Stage } from '../stage.ts';
import { type Page, readPage } from './seen.ts';

/** What one member sees of one channel, kept up to date by the events that a page gets. */
export interface Mirror {
  /** Oldest first, of the channel itself or of one thread. */
  messages(thread?: number): readonly Seen[];
  /** Private messages in the channel and in its threads, oldest first. */
  privately(): readonly Seen[];
  /** Listens to one more server; resolves when all that stands there is known. */
  follow(url: string): Promise<void>;
  /** Takes a message that came as an answer: ahead of its event, or overtaken by it. */
  answer(url: string, view: MessageView): Promise<Seen>;
  /** Resolves when all that the server would show on a new page stands here. */
  caughtUp(url: string, until: Stage['until']): Promise<unknown>;
  /** Loses every connection, and comes back. */
  drop(): Promise<void>;
  close(): void;
}

export interface MirrorOptions {
  readonly member: string;
  readonly channel: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly onChange: () => void;
}

/** A message, and what is read from its HTML: once, as tests look at it many times, and most at none. */
interface Shown {
  readonly view: MessageView;
  readonly page: Page;
}

export function createMirror({ member, channel, headers, onChange }: MirrorOptions): Mirror {
  const shown = new Map<number, Shown>();
  const loaded = new Map<string, Buffer>();
  const urls = new Set<string>();
  let connections = new AbortController();

  const load = async (url: string, view: MessageView): Promise<Shown> => {
    const page = readPage(view, loaded);
    for (const source of page.sources()) {
      if (!loaded.has(source)) loaded.set(source, await bytesOf(`${url}${source}`));
    }
    return { view, page };
  };

  const take = async (url: string, view: MessageView): Promise<void> => {
    shown.set(view.id, await load(url, view));
    onChange();
  };

  const takeAll = async (url: string, all: readonly MessageView[]): Promise<void> => {
    const standing = new Set(all.map(({ id }) => id));
    for (const id of shown.keys()) if (!standing.has(id)) shown.delete(id);
    for (const view of all) await take(url, view);
  };

  const read = async (url: string, event: string | undefined, data: string): Promise<void> => {
    if (event === 'all') await takeAll(url, JSON.parse(data) as MessageView[]);
    if (event === 'changed') await take(url, JSON.parse(data) as MessageView);
    if (event === 'removed') {
      shown.delete((JSON.parse(data) as { id: number }).id);
      onChange();
    }
  };

  async function listen(url: string, signal: AbortSignal) {
    const query = new URLSearchParams({ as: member, channel });
    const response = await fetch(`${url}/api/events?${query.toString()}`, { headers, signal });
    if (!response.body) throw new Error(`no events: ${response.status}`);
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
      [Symbol.asyncIterator]();
    const first = await events.next();
    if (first.done) throw new Error('a page is told at once what stands there');
    return { first: first.value, events };
  }

  async function follow(url: string): Promise<void> {
    urls.add(url);
    const { first, events } = await listen(url, connections.signal);
    await read(url, first.event, first.data);
    // Ends with the connection, whichever side lets it go.
    void keepReading(events, (event) => read(url, event.event, event.data));
  }

  async function caughtUp(url: string, until: Stage['until']): Promise<void> {
    const glance = new AbortController();
    const { first } = await listen(url, glance.signal);
    glance.abort();
    const standing = JSON.parse(first.data) as readonly MessageView[];
    const isShown = ({ id, version }: MessageView) => shown.get(id)?.view.version === version;
    await until(() => shown.size === standing.length && standing.every(isShown), 'the page');
  }

  const ordered = (wanted: (view: MessageView) => boolean): readonly Seen[] =>
    [...shown.values()]
      .filter(({ view }) => wanted(view))
      .sort((one, other) => one.view.id - other.view.id)
      .map(({ page }) => page.seen());

  return {
    messages: (thread) => ordered((view) => view.thread === (thread ?? null)),
    privately: () => ordered(isPrivate),
    follow,
    caughtUp,
    answer: async (url, view) => {
      const answered = await load(url, view);
      if (!shown.has(view.id)) shown.set(view.id, answered);
      onChange();
      return answered.page.seen();
    },
    async drop() {
      connections.abort();
      connections = new AbortController();
      for (const url of urls) await follow(url);
    },
    close: () => connections.abort(),
  };
}

const isPrivate = ({ html }: MessageView): boolean => html.includes('class="private"');

async function keepReading<T>(
  events: AsyncIterator<T>,
  take: (event: T) => Promise<void>,
): Promise<void> {
  try {
    for (let next = await events.next(); !next.done; next = await events.next()) {
      await take(next.value);
    }
  } catch {
    // The connection is gone; whoever wants another one makes it.
  }
}

async function bytesOf(url: string): Promise<Buffer> {
  const response = await fetch(url);
  return Buffer.from(await response.arrayBuffer());
}
