import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { drain, listen } from '../../src/web/listen.ts';
import { createWeb } from '../../src/web/server.ts';
import { silent, startWeb } from './support.ts';

const unmounted = {
  log: silent,
  health: () => Promise.resolve({}),
  metrics: () => Promise.resolve(''),
};

describe('mounts', () => {
  test('pages stand at / beside health and metrics', async () => {
    const pages = [
      new Hono().get('/', (context) => context.html('<h1>Playground</h1>')),
      new Hono().get('/dashboard', (context) => context.html('<h1>Dashboard</h1>')),
    ];
    const { url } = await startWeb({ mounts: { pages } });
    expect(await (await fetch(url)).text()).toContain('Playground');
    expect(await (await fetch(`${url}/dashboard`)).text()).toContain('Dashboard');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
  });

  test('a handler gets the request as it came, to check its signature byte by byte', async () => {
    const handler = (request: IncomingMessage, response: ServerResponse) =>
      void text(request).then((body) =>
        response.end(`${String(request.headers['x-signature'])} ${body}`),
      );
    const { url } = await startWeb({ mounts: { handlers: { '/slack/events': handler } } });
    const response = await fetch(`${url}/slack/events?retry=1`, {
      ...{ method: 'POST', body: 'a=%20b', headers: { 'x-signature': 'v0' } },
    });
    expect(await response.text()).toBe('v0 a=%20b');
    expect((await fetch(`${url}/slack`)).status).toBe(404);
  });

  test('a page that fails is answered, logged, and says nothing of its insides', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    const broken = new Hono().get('/broken', () => {
      throw new Error('the inside');
    });
    const { url } = await startWeb({ log, mounts: { pages: [broken] } });
    const response = await fetch(`${url}/broken`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('inside');
    expect(lines).toEqual([expect.stringContaining('the inside')]);
  });
});

describe('listening', () => {
  test('a port that is taken is told with the fix', async () => {
    const { url } = await startWeb();
    const port = Number(new URL(url).port);
    const second = createWeb({ ...unmounted, host: '127.0.0.1', port });
    await expect(second.start()).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining('Set PORT') as string,
    });
    await second.stop();
  });

  test('so is an address that is not this machine’s', async () => {
    const elsewhere = createWeb({ ...unmounted, host: '192.0.2.1', port: 0 });
    await expect(elsewhere.start()).rejects.toMatchObject({ code: 'address-unusable' });
  });
});

describe('the address it tells', () => {
  test.each([
    ['0.0.0.0', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
  ])('opens in a browser here where it listens on %s', async (host, told) => {
    const { url } = await startWeb({ host });
    expect(new URL(url).hostname).toBe(told);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('the name it is asked by', () => {
  /** The status of a request with a `Host` that `fetch` would not let us choose. */
  async function asked(url: string, path: string, host: string, more = {}): Promise<number> {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, agent: false, headers: { host, ...more } }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode ?? 0;
  }

  test('is this machine’s where it listens for this machine alone: no page elsewhere reads along', async () => {
    const { url } = await startWeb();
    for (const path of ['/readyz', '/metrics']) {
      for (const host of ['evil.example', 'evil.example:3000', '127.0.0.1.evil.example']) {
        expect(await asked(url, path, host), `${host} ${path}`).toBe(403);
      }
      for (const host of ['127.0.0.1:9', 'localhost', '[::1]:3000', '10.0.0.7:3000']) {
        expect(await asked(url, path, host), `${host} ${path}`).toBe(200);
      }
    }
    expect(await asked(url, '/healthz', 'whetstone.example')).toBe(200);
  });

  test('is any where others are to reach it: a balancer or Prometheus uses names of its own', async () => {
    const { url } = await startWeb({ host: '0.0.0.0' });
    for (const path of ['/readyz', '/metrics', '/healthz']) {
      expect(await asked(url, path, 'whetstone.internal:3000'), path).toBe(200);
    }
  });

  test('does not help a page from elsewhere that asks by the right one', async () => {
    const { url } = await startWeb();
    const { host } = new URL(url);
    for (const path of ['/readyz', '/metrics']) {
      expect(await asked(url, path, host, { origin: 'https://evil.example' }), path).toBe(403);
    }
  });
});

describe('stopping', () => {
  /** Less than a client keeps a connection open for its next request. */
  const timeout = 2_000;

  test('answers the request in hand first, and takes no new one', { timeout }, async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    const handlers = { '/slow': (_: IncomingMessage, out: ServerResponse) => arrived.resolve(out) };
    const { url, web } = await startWeb({ mounts: { handlers } });
    const request = fetch(`${url}/slow`);
    const response = await arrived.promise;
    const stopped = web.stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    response.end('done');
    expect(await (await request).text()).toBe('done');
    await stopped;
  });

  test('does not wait for connections that are only kept open', async () => {
    const { url, web } = await startWeb();
    const { port } = new URL(url);
    const idle = connect(Number(port), '127.0.0.1');
    idle.write('GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: keep-alive\r\n\r\n');
    await once(idle, 'data');
    await Promise.all([web.stop(), once(idle, 'close')]);
  });

  test('cuts off a request that does not come to an end', async () => {
    const arrived = Promise.withResolvers<void>();
    const server = createServer(() => arrived.resolve());
    onTestFinished(() => void server.close());
    const url = await listen(server, '127.0.0.1', 0);
    const request = fetch(url);
    await arrived.promise;
    await Promise.all([drain(server, 10), expect(request).rejects.toThrow()]);
  });

  test('is harmless when it was never started', async () => {
    const web = createWeb({ ...unmounted, host: '127.0.0.1', port: 0 });
    await expect(web.stop()).resolves.toBeUndefined();
  });
});
