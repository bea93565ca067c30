import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { askedHere } from './asked-here.ts';
import { feedRoutes, type ReadFeed } from './feed.ts';
import { type Health, healthRoutes } from './health.ts';
import { drain, listen, requireFree } from './listen.ts';
import { metricsRoutes } from './metrics.ts';

export interface WebOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly log: Logger;
  readonly health: () => Promise<Health>;
  readonly metrics: () => Promise<string>;
  /** Left out: there are no calendar feeds. */
  readonly feed?: ReadFeed;
  readonly mounts?: Mounts;
}

export interface Mounts {
  /** Shown from `/` on, after health and metrics. */
  readonly pages?: readonly Hono[];
  /** By exact path, ahead of everything else: for those who read the request themselves, byte by
   *  byte, such as the check of a signature. */
  readonly handlers?: Readonly<Record<string, NodeHandler>>;
}

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Web {
  /** @throws {WebError} where it could not start as things are */
  check(): Promise<void>;
  /** Resolves to an address by which this machine reaches it, such as `http://127.0.0.1:3000`. */
  start(): Promise<string>;
  /** Takes no more requests, and resolves when those in hand are answered or cut off. */
  stop(): Promise<void>;
}

export function createWeb(options: WebOptions): Web {
  const handlers = new Map(Object.entries(options.mounts?.handlers ?? {}));
  const pages = getRequestListener(createRoutes(options).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    // A connection kept open for a next request would hold up the shutdown.
    response.on('close', () => void (server.listening || server.closeIdleConnections()));
    const handle = handlers.get(pathOf(request)) ?? pages;
    void handle(request, response);
  });
  return {
    check: () => requireFree(options.host, options.port),
    start: () => listen(server, options.host, options.port),
    stop: () => drain(server),
  };
}

function createRoutes({ host, log, health, metrics, feed, mounts }: WebOptions): Hono {
  const routes = new Hono();
  routes.onError((err, context) => {
    log.error({ err, path: context.req.path }, 'a request could not be answered');
    return context.text('Internal Server Error', 500);
  });
  for (const path of ['/readyz', '/metrics']) routes.use(path, askedHere(host));
  routes.route('/', healthRoutes(health));
  routes.route('/', metricsRoutes(metrics));
  if (feed) routes.route('/', feedRoutes(feed));
  for (const page of mounts?.pages ?? []) routes.route('/', page);
  return routes;
}

const pathOf = ({ url }: IncomingMessage): string => url?.split('?')[0] ?? '/';
