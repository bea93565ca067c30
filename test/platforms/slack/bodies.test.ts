import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createBodyReader, type ReadBody } from '../../../src/platforms/slack/bodies.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it('a body that does not come to its end in time is given up', async () => {
  const read = createBodyReader({ bytes: 1_000, atOnce: 2, timeoutMs: 20 });
  const bodies: ReadBody[] = [];
  server = createServer((incoming, response) => {
    void read(incoming).then((body) => {
      bodies.push(body);
      response.writeHead(typeof body === 'number' ? body : 200).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sending = request({ port, host: '127.0.0.1', method: 'POST' });
  sending.on('error', () => undefined);
  sending.write('{');
  await once(sending, 'response');
  expect(bodies).toEqual([408]);
});
