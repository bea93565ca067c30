import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchBytes, type FetchPublic } from '../../src/decks/published/fetch-bytes.ts';
import { desk } from './scene.ts';

const here = desk();

const listed = async (): Promise<readonly string[]> =>
  (await here.whetstone.json<{ name: string }[]>('deck', 'list', '--json')).map(({ name }) => name);

describe('deck import at a terminal', () => {
  it.each([
    ['y\n', 0, 'asked-y'],
    ['да\n', 0, 'asked-da'],
    ['\n', 1, 'asked-enter'],
    ['no\n', 1, 'asked-no'],
  ])('shows what it read and asks: %j', async (reply, code, name) => {
    const path = here.at(`${name}.csv`);
    await writeFile(path, 'question,answer\nWhat is a view?,A stored query.\n');
    const ended = await here.typed(['deck', 'import', path], reply, { isTTY: true });
    expect(ended.code).toBe(code);
    expect(ended.stdout).toMatch(
      /What is a view\?.*1 taken, 0 left out, 0 faults\nin the database, deck \S+: 1 new, 0 changed, 0 unchanged\nTake them in\?/s,
    );
    expect(ended.stderr).toBe(code === 0 ? '' : 'Nothing was changed.\n');
    expect((await listed()).includes(name)).toBe(code === 0);
  });
});

describe('deck import --pin', () => {
  const TABLE = 'question,answer\nWhat is a key?,A name of a row.\n';
  const pinned = createHash('sha256').update(TABLE).digest('hex');
  const fetchPublic: FetchPublic = (url, limits) =>
    fetchBytes(url, { ...limits, allowPrivate: () => true });

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('takes in what it fetched, and says how to fetch only that', async () => {
    const address = `${await serve((_request, response) => response.end(TABLE))}/keys.csv`;
    const args = ['deck', 'import', address, '--licence', 'CC0-1.0', '--pin'];
    const said = await here.typed(args, '', { fetchPublic });
    expect(said).toMatchObject({ code: 0, stderr: '' });
    for (const line of [`--pin ${pinned}`, `published at: ${address}`, 'licence: CC0-1.0']) {
      expect(said.stdout).toContain(line);
    }
    expect(await listed()).toContain('keys');
    expect(await here.typed([...args, pinned], '', { fetchPublic })).toMatchObject({ code: 0 });
    expect(await here.typed([...args, 'x'], '', { fetchPublic })).toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: `${address} was not imported: it has changed: its SHA-256 is ${pinned}.\n`,
    });
  });

  it('fetches nothing that it was not told to, and nothing of this machine', async () => {
    const address = `${await serve((_request, response) => response.end(TABLE))}/no.csv`;
    const secret = address.replace('http:', 'https:');
    const refused = [
      [[address], `${address} is on the web: add --pin.`],
      [[secret, '--pin'], `${secret} was not imported: 127.0.0.1 is not public.`],
      [['keys', '--pin'], 'keys is not a web address: write it in full, with https://'],
    ] as const;
    for (const [args, why] of refused) {
      const ended = await here.whetstone('deck', 'import', ...args);
      expect(ended).toEqual({ code: 1, stdout: '', stderr: `${why}\n` });
    }
  });
});
