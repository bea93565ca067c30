import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchBytes, type FetchPublic } from '../../src/decks/published/fetch-bytes.ts';
import { isPrivate } from '../../src/decks/published/private-addresses.ts';
import { rawAddress, withPublished } from '../../src/decks/published/published-file.ts';
import { importFile } from './support.ts';

/** A web server on this machine; its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const STRICT = { maxBytes: 10_000, timeMs: 10_000 } as const;

const fromHere: FetchPublic = (url) => fetchBytes(url, { ...STRICT, allowPrivate: () => true });

const fromAfar: FetchPublic = (url) => fetchBytes(url, STRICT);

const TABLE = 'question,answer\nWhat is a view?,A stored query\n';

const take = (address: string, sha256?: string) =>
  withPublished(
    address,
    async ({ path, origin, sha256: found }) => ({
      found,
      report: await importFile(path, { origin }),
    }),
    { sha256, fetchPublic: fromHere },
  );

test('a file is fetched, past redirects, and read as what its name says', async () => {
  const at = await serve((request, response) => {
    if (request.url === '/old') return response.writeHead(302, { location: '/list.csv' }).end();
    return response.end(TABLE);
  });
  const taken = await take(`${at}/old`);
  expect(taken).toMatchObject({
    ok: true,
    result: { report: { taken: 1, origin: { address: `${at}/old` } } },
  });
  const digest = taken.ok ? taken.result.found : '';
  expect(await take(`${at}/list.csv`, digest)).toMatchObject({ ok: true });
  expect(await take(`${at}/list.csv`, digest.replace(/^./, 'x'))).toEqual({
    ok: false,
    why: `it has changed: its SHA-256 is ${digest}`,
  });
});

test('a file without an ending is read as the type it comes as', async () => {
  const at = await serve((_request, response) =>
    response.setHeader('content-type', 'text/csv; charset=utf-8').end(TABLE),
  );
  expect(await take(`${at}/export`)).toMatchObject({ ok: true, result: { report: { taken: 1 } } });
});

test.each<[what: string, answer: RequestListener, why: RegExp]>([
  ['too large', (_request, response) => response.end('x'.repeat(20_000)), /more than 10000 bytes/],
  ['missing', (_request, response) => response.writeHead(404).end(), /the server says 404/],
  [
    'for ever elsewhere',
    (_request, response) => response.writeHead(302, { location: '/again' }).end(),
    /redirects more than 5 times/,
  ],
])('what is %s is refused', async (_what, answer, why) => {
  const at = await serve(answer);
  expect(await take(`${at}/list.csv`)).toMatchObject({
    ok: false,
    why: expect.stringMatching(why) as string,
  });
});

test('this machine and its network are out of reach, by whatever name', async () => {
  const at = await serve((_request, response) => response.end(TABLE));
  const port = new URL(at).port;
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '[::ffff:127.0.0.1]']) {
    const taken = await withPublished(`https://${host}:${port}/list.csv`, importThat, {
      fetchPublic: fromAfar,
    });
    expect(taken, host).toMatchObject({
      ok: false,
      why: expect.stringMatching(/public/) as string,
    });
  }
  expect(
    await withPublished(`${at}/list.csv`, importThat, { fetchPublic: fromAfar }),
  ).toMatchObject({
    why: expect.stringContaining('only https://') as string,
  });
});

const importThat = ({ path }: { readonly path: string }) => importFile(path);

test.each(['10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', 'fe80::1', 'fd00::1', '::'])(
  '%s is private',
  (address) => {
    expect(isPrivate(address)).toBe(true);
  },
);

test.each([
  ['https://github.com/a/b', 'https://raw.githubusercontent.com/a/b/HEAD/README.md'],
  ['https://github.com/a/b.git', 'https://raw.githubusercontent.com/a/b/HEAD/README.md'],
  ['https://github.com/a/b/blob/main/x/y.md', 'https://raw.githubusercontent.com/a/b/main/x/y.md'],
  ['https://gitlab.com/a/b/-/blob/main/y.md', 'https://gitlab.com/a/b/-/raw/main/y.md'],
  ['https://example.org/list.csv', 'https://example.org/list.csv'],
])('the page %s shows the file %s', (page, file) => {
  expect(rawAddress(new URL(page)).href).toBe(file);
});
