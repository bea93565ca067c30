import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { handleCall, readArgs } from './api/handle.ts';
import {
  type PendingFaults,
  RateLimited,
  ServerTrouble,
  takeSwallowed,
  throwPending,
} from './faults.ts';
import { Refusal } from './refusal.ts';
import { respond } from './response-url.ts';
import type { BlockKitSchema } from './schema.ts';
import { BOT_TOKEN, type World } from './world.ts';

export interface SlackServer {
  readonly origin: string;
  readonly http: Server;
  /** Closes every connection, and takes none until {@link SlackServer.comeBack}. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

/** A repeated reaction is how a repeated job looks, and people come and go. */
const HARMLESS: ReadonlySet<string> = new Set(['already_reacted', 'user_disabled']);

/** The loopback's one listener: Web API, uploads, response URLs; the socket is upgraded from it. */
export async function openServer(
  world: World,
  schema: BlockKitSchema | undefined,
  pending: PendingFaults,
): Promise<SlackServer> {
  const http = createServer((request, response) => {
    route(request, response).catch(() => request.destroy());
  });
  const connections = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await listen(http, 0);
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, area, name = ''] = (request.url ?? '').split('/');
    // Only asks for the time, which every answer bears.
    if (request.method === 'HEAD') return void response.writeHead(404).end();
    if (area === 'api') return callApi(request, response, name);
    if (area === 'upload') return takeUpload(request, response, name);
    if (area === 'files-pri') return hand(request, response, name);
    if (area === 'respond') return takeResponse(request, response, name);
    response.writeHead(404).end();
  }

  async function callApi(
    request: IncomingMessage,
    response: ServerResponse,
    method: string,
  ): Promise<void> {
    const body = await text(request);
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    response.setHeader('x-oauth-scopes', [...world.scopes].join(','));
    if (world.silentMethods.has(method)) return;
    try {
      const fault = world.methodFaults.get(method);
      if (fault) throw fault;
      throwPending(pending, method);
      const args = readArgs(request.headers['content-type'] ?? '', body);
      const answer = handleCall(method, token, { world, schema, origin, args });
      if (takeSwallowed(pending, method)) return void request.socket.destroy();
      json(response, 200, answer);
    } catch (error) {
      refuse(response, method, error);
    }
  }

  function refuse(response: ServerResponse, what: string, error: unknown): void {
    if (!(error instanceof Refusal)) throw error;
    if (error instanceof RateLimited) response.setHeader('retry-after', String(error.seconds));
    else if (!(error instanceof ServerTrouble)) record(what, error);
    const status = error instanceof RateLimited ? 429 : error instanceof ServerTrouble ? 500 : 200;
    const metadata = error.details.length > 0 && { response_metadata: { messages: error.details } };
    json(response, status, { ok: false, error: error.code, ...error.extra, ...metadata });
  }

  function record(what: string, error: Refusal): void {
    if (!HARMLESS.has(error.code)) world.refusals.push(`${what}: ${error.message}`);
  }

  async function takeUpload(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
  ): Promise<void> {
    const file = world.files.get(id);
    if (!file) return void response.writeHead(404).end();
    file.bytes = await buffer(request);
    response.writeHead(200).end(`OK - ${file.bytes.byteLength}`);
  }

  /** To a token that may read files; anybody else is sent to where people sign in. */
  function hand(request: IncomingMessage, response: ServerResponse, id: string): void {
    const isAllowed =
      request.headers.authorization === `Bearer ${BOT_TOKEN}` && world.scopes.has('files:read');
    if (!isAllowed) return void response.writeHead(302, { location: `${origin}/signin` }).end();
    const bytes = world.files.get(id)?.bytes;
    response.writeHead(bytes ? 200 : 404).end(bytes);
  }

  async function takeResponse(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
  ): Promise<void> {
    const body = JSON.parse(await text(request)) as object;
    if (world.responseFault === 'reset') return void request.socket.destroy();
    if (world.responseFault === 'refused') return json(response, 200, { ok: false });
    try {
      respond({ world, schema }, id, body);
      json(response, 200, { ok: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      record('response_url', error);
      const { code } = error;
      json(response, code === 'invalid_blocks' ? 200 : 404, { ok: false, error: code });
    }
  }

  return {
    origin,
    http,
    goDown: async () => {
      for (const socket of connections) socket.destroy();
      if (http.listening) await new Promise((resolve) => http.close(resolve));
    },
    comeBack: () => listen(http, port),
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function listen(http: Server, port: number): Promise<void> {
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
}
