import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMED_HOST } from '../../support/playground/troupe.ts';
import { openScene, type Scene } from './support.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.end());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The status of a request with headers that `fetch` would not let us choose. */
function status({ method = 'GET', path = '/', headers = {}, body }: Asked): Promise<number> {
  const { hostname, port } = new URL(scene.stage.url());
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject).end(body);
  });
}

const port = (): string => new URL(scene.stage.url()).port;

const saying = (headers: Readonly<Record<string, string>>, text = 'hi'): Promise<number> =>
  status({
    ...{ method: 'POST', path: '/api/say?as=ada' },
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ channel: 'general', text }),
  });

describe('who may use the page', () => {
  it('is this machine, by any name it has for itself', async () => {
    expect(await status({})).toBe(200);
    expect(await status({ headers: { host: `localhost:${port()}` } })).toBe(200);
    expect(await status({ headers: { host: `[::1]:${port()}` } })).toBe(200);
  });

  it('is no name that somebody made point here', async () => {
    for (const host of ['evil.example', `evil.example:${port()}`, '127.0.0.1.evil.example']) {
      for (const path of ['/', '/api/events?as=ada&channel=general', '/page/main.js']) {
        expect(await status({ path, headers: { host } }), `${host} ${path}`).toBe(403);
      }
    }
  });

  it('is a browser elsewhere by a name that the operator gave, over TLS of a proxy too', async () => {
    for (const host of [NAMED_HOST, `${NAMED_HOST}:${port()}`]) {
      expect(await status({ headers: { host } })).toBe(200);
      expect(await saying({ host, origin: `http://${host}` })).toBe(200);
      expect(await saying({ host, origin: `https://${host}` })).toBe(200);
      expect(await saying({ host, origin: `http://127.0.0.1:${port()}` })).toBe(403);
      expect(await saying({ host, origin: 'https://evil.example' })).toBe(403);
    }
  });

  it('is no other page, not even one on this machine', async () => {
    const own = `http://127.0.0.1:${port()}`;
    expect(await saying({ origin: own })).toBe(200);
    expect(await saying({})).toBe(403);
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      `http://localhost:${port()}`,
    ]) {
      expect(await saying({ origin }), origin).toBe(403);
      expect(await status({ path: '/api/events?as=ada', headers: { origin } }), origin).toBe(403);
    }
  });

  it('is no foreign page that embeds what is here, which sends no Origin', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' };
      for (const path of ['/api/events?as=ada&channel=general', '/page/main.js', '/']) {
        expect(await status({ path, headers }), `${site} ${path}`).toBe(403);
      }
    }
    const framed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' };
    expect(await status({ headers: { ...framed, 'sec-fetch-mode': 'navigate' } })).toBe(403);
  });

  it('is whoever follows a link to it, or types its address', async () => {
    const opened = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(await status({ headers: { ...opened, 'sec-fetch-site': 'cross-site' } })).toBe(200);
    expect(await status({ headers: { ...opened, 'sec-fetch-site': 'none' } })).toBe(200);
    const events = '/api/events?as=ada&channel=general';
    expect(
      await status({ path: events, headers: { ...opened, 'sec-fetch-site': 'cross-site' } }),
    ).toBe(403);
  });

  it('says in the visitor’s language how to come in from another machine', async () => {
    const ask = async (language: string): Promise<string> => {
      const { hostname, port } = new URL(scene.stage.url());
      const headers = { host: '0.0.0.0:3000', 'accept-language': language };
      const sent = request({ hostname, port, headers, agent: false }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      return textOf(response);
    };
    const tunnel = `ssh -L ${port()}:127.0.0.1:${port()}`;
    expect(await ask('en')).toContain(tunnel);
    expect(await ask('en')).toContain('Only a browser on');
    expect(await ask('ru')).toContain(tunnel);
    expect(await ask('ru')).toContain('Площадка');
  });

  it('leaves what else the web server offers to its own rules', async () => {
    expect(await status({ path: '/healthz', headers: { host: 'whetstone.example' } })).toBe(200);
  });
});

describe('what the server takes', () => {
  const own = () => ({ origin: `http://127.0.0.1:${port()}` });

  it('is bounded', async () => {
    expect(await saying(own(), 'x'.repeat(100_000))).toBe(200);
    expect(await saying(own(), 'x'.repeat(1024 * 1024))).toBe(413);
    expect(await saying({ ...own(), 'transfer-encoding': 'chunked' })).toBe(411);
  });

  it('has a known shape and a known sender', async () => {
    expect(await saying(own(), '  \n')).toBe(400);
    const post = (path: string, body: string) =>
      status({ method: 'POST', path, headers: own(), body });
    expect(await post('/api/say?as=ada', '{')).toBe(400);
    expect(
      await post('/api/say?as=ada', '{"channel":"general","thread":"1; drop","text":"x"}'),
    ).toBe(400);
    expect(await post('/api/say?as=nobody', '{"channel":"general","text":"x"}')).toBe(404);
    expect(await post('/api/clock?as=ada', '{"channel":"general","move":"back"}')).toBe(400);
    expect(await status({ path: '/page/..%2f..%2findex.ts' })).toBe(404);
    expect(await status({ path: '/pictures/nothing/formula.png' })).toBe(404);
  });

  it('is about what is there', async () => {
    const post = (body: string) =>
      status({ method: 'POST', path: '/api/say?as=ada', headers: own(), body });
    expect(await post('{"channel":"general","thread":404,"text":"x"}')).toBe(404);
    expect(await post('{"channel":"nowhere","text":"x"}')).toBe(404);
    expect(await post('{"channel":"general","thread":99999999999,"text":"x"}')).toBe(400);
    for (const id of ['404', 'x', '1e3', '-1', '99999999999', '1%20or%201']) {
      const path = `/api/messages/${id}?as=ada`;
      const change = { headers: own(), body: '{"text":"x"}' };
      expect(await status({ method: 'PUT', path, ...change }), id).toBe(404);
      expect(await status({ method: 'DELETE', path, headers: own() }), id).toBe(404);
    }
  });

  it('is told to the browser: nothing from elsewhere, nothing inline', async () => {
    const { headers } = await fetch(scene.stage.url());
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});
