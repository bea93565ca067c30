import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Checks } from '../../../src/platforms/discord/message-rules.ts';
import type { File } from './bodies.ts';
import { invalidBody, Refusal, unauthorized } from './errors.ts';
import type { Gateway } from './gateway.ts';
import type { Conforms } from './openapi.ts';
import type { ParameterCheck } from './parameters.ts';
import type { World } from './world.ts';

/** A request that a route answers. */
export interface Call {
  readonly world: World;
  readonly dispatch: Gateway['dispatch'];
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly File[];
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the official specification writes it. */
  readonly path: string;
  /** Interactions and webhooks carry their token in the path. */
  readonly open?: boolean;
  /** The limits on its body. */
  readonly check?: (check: Checks, body: never) => void;
  /** What it answers; nothing is a 204. */
  readonly answer: (call: Call) => object | undefined;
}

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** When it came in, in ms from any moment on. */
  readonly at: number;
}

export interface RestSettings {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly conforms: Conforms;
  readonly checkParameters: ParameterCheck;
  readonly dispatch: Gateway['dispatch'];
  readonly recorded: Recorded[];
}

const PREFIX = '/api/v10';

/** The REST half of the loopback: finds the route, checks parameters and body, answers as Discord answers. */
export function createRestServer(settings: RestSettings): Server {
  const isTooMany = createGlobalLimit(settings.world);
  return createServer((request, response) => {
    void serve({ ...settings, isTooMany }, request, response)
      .catch((error: unknown) => {
        // A bot that is killed in the middle of a request has not made it.
        if (request.complete) {
          settings.world.refusals.push(`the loopback itself failed: ${String(error)}`);
        }
        request.socket.destroy();
      })
      .finally(() => settings.world.changes.emit('change'));
  });
}

/** Whether a request that came in then is one too many within any second, not only within one of the clock's. */
type IsTooMany = (name: string, at: number) => boolean;

export function createGlobalLimit({
  settings,
  refusals,
}: Pick<World, 'settings' | 'refusals'>): IsTooMany {
  let taken: readonly number[] = [];
  return (name, at) => {
    const most = settings.requestsASecond;
    taken = taken.filter((one) => one > at - 1_000);
    const isTooMany = taken.length >= most;
    if (isTooMany) refusals.push(`${name}: more than ${most} requests a second`);
    else taken = [...taken, at];
    return isTooMany;
  };
}

async function serve(
  settings: RestSettings & { readonly isTooMany: IsTooMany },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world } = settings;
  const at = performance.now();
  // Only asks for the time, which every answer bears.
  if (request.method === 'HEAD') return void response.writeHead(404).end();
  const url = new URL(request.url ?? '/', 'http://loopback');
  const upload = world.uploads.get(url.pathname);
  if (upload) return void response.end(upload);
  const name = `${request.method} ${url.pathname.replace(PREFIX, '')}`;
  const payload = await readBody(request);
  const limited = world.settings.rateLimit;
  if (limited.count > 0) {
    limited.count--;
    return tooMany(response, limited);
  }
  try {
    const { route, params } = findRoute(settings.routes, request.method, url.pathname);
    if (!route.open && settings.isTooMany(name, at)) {
      return tooMany(response, { seconds: 1, global: true });
    }
    settings.recorded.push({ method: route.method, path: url.pathname, body: payload.body, at });
    if (takeFailure(world.settings, route)) {
      return write(response, 502, { message: 'Bad Gateway', code: 0 });
    }
    if (!route.open) authorize(world, request);
    const query = url.searchParams;
    const faults = settings.checkParameters(route.method, route.path, { path: params, query });
    if (faults.length > 0) throw invalidBody(faults);
    checkBody(settings, route, payload.body);
    requireSize(payload.files);
    const call = { ...settings, params, query, ...payload };
    const answer = route.answer(call);
    if (takeSilence(world.settings, route)) {
      request.socket.destroy();
      return;
    }
    write(response, answer === undefined ? 204 : 200, answer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!error.harmless) world.refusals.push(`${name}: ${error.code} ${error.message}`);
    write(response, error.status, error.body());
  }
}

const isPost = ({ method, path }: Route): boolean =>
  method === 'POST' && path === '/channels/{channel_id}/messages';

/** Is this request to fail? Counts down. */
function takeFailure(settings: World['settings'], route: Route): boolean {
  if (isPost(route)) return settings.failPosts > 0 && settings.failPosts-- > 0;
  if (route.open) return settings.failAnswers > 0 && settings.failAnswers-- > 0;
  const isChannelRead = route.method === 'GET' && route.path === '/channels/{channel_id}';
  return isChannelRead && settings.failChannelReads > 0 && settings.failChannelReads-- > 0;
}

/** Is its confirmation to be lost? Counts down. */
function takeSilence(settings: World['settings'], route: Route): boolean {
  if (isPost(route)) return settings.swallowPostAnswers > 0 && settings.swallowPostAnswers-- > 0;
  return route.open === true && settings.swallowAnswers > 0 && settings.swallowAnswers-- > 0;
}

function findRoute(routes: readonly Route[], method: string | undefined, pathname: string) {
  for (const route of routes) {
    const params = route.method === method && matchPath(route.path, pathname);
    if (params) return { route, params };
  }
  throw new Refusal(404, 0, '404: Not Found');
}

/** The path's parameters, or undefined where it is another path. Segments arrive percent-encoded. */
function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const wanted = `${PREFIX}${template}`.split('/');
  const given = pathname.split('/').map(decodeURIComponent);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith('{')) params[part.slice(1, -1)] = given[i] ?? '';
    else if (part !== given[i]) return undefined;
  }
  return params;
}

function authorize({ token, settings }: World, { headers }: IncomingMessage): void {
  if (headers.authorization !== `Bot ${token}` || !settings.tokenValid) throw unauthorized();
}

function checkBody({ conforms }: RestSettings, route: Route, body: unknown): void {
  if (!route.check) return;
  const checks = new Checks();
  const strange = conforms(route.method, route.path, body);
  checks.that(strange === undefined, '_specification', strange ?? '');
  // The limits are written for bodies of the right shape.
  const limits = route.check as (check: Checks, body: unknown) => void;
  if (strange === undefined) limits(checks, body);
  if (checks.faults.length > 0) throw invalidBody(checks.faults);
}

interface Payload {
  readonly body: unknown;
  readonly files: readonly File[];
}

async function readBody(request: IncomingMessage): Promise<Payload> {
  const bytes = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/')) {
    return { body: JSON.parse(bytes.toString()) as unknown, files: [] };
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const parts = [...form.entries()].flatMap(([field, value]) =>
    typeof value === 'string' ? [] : [{ field, value }],
  );
  const files = await Promise.all(parts.map(({ field, value }) => readFile(field, value)));
  const json = form.get('payload_json');
  return { body: JSON.parse(typeof json === 'string' ? json : '{}') as unknown, files };
}

/** Reference, "Uploading Files": parts are named `files[n]`, where n is the id of an attachment. */
async function readFile(field: string, value: globalThis.File): Promise<File> {
  const { name, size, type } = value;
  const id = /^files\[(\d+)\]$/.exec(field)?.[1] ?? field;
  return { id, name, bytes: size, type, content: Buffer.from(await value.arrayBuffer()) };
}

/** Reference, "Uploading Files": of all files of one request, where nobody has paid for more. */
const MOST_BYTES = 10 * 1024 * 1024;

function requireSize(files: readonly File[]): void {
  const size = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (size > MOST_BYTES) throw new Refusal(413, 40005, 'Request entity too large');
}

function tooMany(
  response: ServerResponse,
  { seconds, global = false }: Pick<World['settings']['rateLimit'], 'seconds' | 'global'>,
): void {
  response.setHeader('retry-after', String(Math.ceil(seconds)));
  response.setHeader('x-ratelimit-limit', '5');
  response.setHeader('x-ratelimit-remaining', '0');
  response.setHeader('x-ratelimit-reset-after', String(seconds));
  response.setHeader('x-ratelimit-bucket', 'loopback');
  response.setHeader('x-ratelimit-scope', global ? 'global' : 'user');
  if (global) response.setHeader('x-ratelimit-global', 'true');
  write(response, 429, {
    message: 'You are being rate limited.',
    retry_after: seconds,
    global,
  });
}

/** discord.js fails on a 204 that claims to be JSON, so that one says nothing of its type. */
function write(response: ServerResponse, status: number, body?: object): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
