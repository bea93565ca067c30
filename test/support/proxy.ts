import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A TCP proxy on loopback that stands between a client and its server and may misbehave. */
export interface Proxy {
  /** The same address with this proxy's host and port in it. */
  through(url: string): string;
  /** Breaks every connection there is, without a farewell. */
  cut(): void;
  /** While closed, new connections are broken at once. */
  open(isOpen: boolean): void;
  /** While held, nothing passes and nothing breaks: a black hole. What was sent arrives afterwards. */
  hold(isHeld: boolean): void;
  /** Every chunk of the server's arrives this much later. */
  delay(ms: number): void;
  /** Sees every chunk of the client's before it goes on its way; undefined sees no more. */
  watch(watcher: Watcher | undefined): void;
  connections(): number;
  close(): Promise<void>;
}

/** What becomes of a chunk. A dropped one is lost, and its connection hangs. */
type Watcher = (chunk: Chunk) => 'pass' | 'drop';

export interface Chunk {
  readonly bytes: Buffer;
  /** What the client sent first on this connection: a greeting that tells who it is. */
  readonly greeting: Buffer;
}

export async function openProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<Pair>();
  const traffic: Traffic = { gate: undefined, delayMs: 0, watcher: undefined };
  let isOpen = true;
  const server = createServer((client) => {
    if (!isOpen) return void client.destroy();
    const pair = join(client, connect(Number(port), hostname), traffic);
    pairs.add(pair);
    client.once('close', () => pairs.delete(pair));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = server.address() as AddressInfo;
  return {
    through(url) {
      const changed = new URL(url);
      changed.hostname = '127.0.0.1';
      changed.port = String(own.port);
      return changed.href;
    },
    cut: () => pairs.forEach((pair) => pair.cut()),
    open: (next) => void (isOpen = next),
    hold(isHeld) {
      traffic.gate?.resolve();
      traffic.gate = isHeld ? Promise.withResolvers<void>() : undefined;
    },
    delay: (ms) => void (traffic.delayMs = ms),
    watch: (watcher) => void (traffic.watcher = watcher),
    connections: () => pairs.size,
    async close() {
      traffic.gate?.resolve();
      pairs.forEach((pair) => pair.cut());
      server.close();
      await once(server, 'close');
    },
  };
}

interface Traffic {
  gate: PromiseWithResolvers<void> | undefined;
  delayMs: number;
  watcher: Watcher | undefined;
}

interface Pair {
  cut(): void;
}

/** Carries both ways, and ends both sides when either ends. */
function join(client: Socket, server: Socket, traffic: Traffic): Pair {
  let greeting: Buffer | undefined;
  carry(client, server, traffic, (bytes) => {
    greeting ??= bytes;
    return traffic.watcher?.({ bytes, greeting }) !== 'drop';
  });
  carry(server, client, traffic, () => true, true);
  return {
    cut() {
      client.resetAndDestroy();
      server.destroy();
    },
  };
}

/** In order, whatever waits on the way. */
function carry(
  from: Socket,
  to: Socket,
  traffic: Traffic,
  passes: (bytes: Buffer) => boolean,
  isAnswer = false,
): void {
  let road = Promise.resolve();
  const next = (act: () => void): void => {
    const { gate, delayMs } = traffic;
    road = road.then(async () => {
      await gate?.promise;
      if (isAnswer && delayMs > 0) await sleep(delayMs);
      act();
    });
  };
  from.on('data', (bytes) => {
    if (passes(bytes)) next(() => to.writable && to.write(bytes));
  });
  from.on('error', () => to.destroy());
  from.on('close', () => next(() => to.destroySoon()));
}
