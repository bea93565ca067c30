import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Web servers for bots that are reached over HTTP. */
export interface WebServers {
  /** Opens one, and tells its address when it listens. */
  open(handler: Handler, listening: (origin: string) => void): void;
  close(): Promise<void>;
}

export function createWebServers(): WebServers {
  const servers: ReturnType<typeof createServer>[] = [];
  return {
    open: (handler, listening) => {
      const server = createServer(handler);
      servers.push(server);
      server.listen(0, '127.0.0.1', () => {
        listening(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      });
    },
    close: async () => {
      for (const server of servers) {
        const closed = server.listening && once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }
    },
  };
}
