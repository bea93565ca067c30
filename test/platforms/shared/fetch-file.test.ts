import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { fetchFile } from '../../../src/platforms/shared/fetch-file.ts';

const HOSTS = ['files.example.com'];

/** A server of the test's own, and what it was asked. */
async function serving(answer: RequestListener) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** As a platform at `origin` hands over what stands at `url`. */
const fetched = (url: string, origin: string, largest = 100) =>
  fetchFile(
    { url, hosts: HOSTS, apiUrl: `${origin}/api`, headers: { authorization: 'Bearer t' } },
    largest,
  );

it('shows the token to the platform, and hands the bytes over', async () => {
  const own = await serving((_request, response) => response.end('x'.repeat(100)));
  expect(await fetched(`${own.origin}/a`, own.origin)).toHaveLength(100);
  expect(own.asked[0]?.headers.authorization).toBe('Bearer t');
});

it('hangs up as soon as more came than a file may have, however it began', async () => {
  const { promise: hungUp, resolve } = Promise.withResolvers<void>();
  const own = await serving((_request, response) => {
    response.once('close', resolve);
    const more = (): boolean => response.writable && response.write('x'.repeat(60)) && more();
    response.on('drain', more);
    more();
  });
  await expect(fetched(`${own.origin}/endless`, own.origin)).rejects.toMatchObject({
    fault: { code: 'file-too-large', largest: 100 },
  });
  await hungUp;
});

it('follows no redirect: the token stays where it belongs', async () => {
  const other = await serving((_request, response) => response.end('secret'));
  const own = await serving((_request, response) =>
    response.writeHead(302, { location: `${other.origin}/` }).end(),
  );
  const refused = { fault: { code: 'forbidden' } };
  await expect(fetched(`${own.origin}/a`, own.origin)).rejects.toMatchObject(refused);
  expect(other.asked).toEqual([]);
});

it('asks nobody but the platform', async () => {
  const other = await serving((_request, response) => response.end('x'));
  const { host } = new URL(other.origin);
  for (const url of [
    `${other.origin}/a`,
    `http://files.example.com@${host}/a`,
    'http://files.example.com/a',
    'https://files.example.com.evil.example/a',
    'file:///etc/passwd',
    '',
  ]) {
    const refused = { fault: { code: 'rejected' } };
    await expect(fetched(url, 'http://127.0.0.1:1')).rejects.toMatchObject(refused);
  }
  expect(other.asked).toEqual([]);
});

it.each([
  [404, 'message-gone'],
  [403, 'forbidden'],
  [503, 'busy'],
] as const)('takes the status %i for %s', async (status, code) => {
  const own = await serving((_request, response) => response.writeHead(status).end('page'));
  await expect(fetched(`${own.origin}/a`, own.origin)).rejects.toMatchObject({ fault: { code } });
});
