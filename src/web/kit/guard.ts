import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const LOOPBACK_PEERS: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

export interface GuardOptions {
  /** The paths that people open by themselves, as by a link. */
  readonly pages: readonly string[];
  /** Names by which browsers elsewhere come in, too. What they point at is for the operator to know. */
  readonly hosts: readonly string[];
  /** What everyone else is told. */
  readonly refusal: (c: Context<{ Bindings: HttpBindings }>) => string;
}

/**
 * Lets in only this machine's own browsers and those that ask by a name it is given, and in them only our own pages. A foreign name that was
 * made to point at 127.0.0.1 shows in Host. A foreign page shows in Origin, which browsers send with
 * every request that changes something, and where it only embeds what stands here, in Sec-Fetch-Site.
 */
export function guard({
  pages,
  hosts,
  refusal,
}: GuardOptions): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const isKnown = isLoopback(c, host) || hosts.includes(nameIn(host));
    if (isKnown && isOwnOrigin(c, host) && isOwnSite(c, pages)) return next();
    return c.text(refusal(c), 403);
  };
}

/** What does not say how long it is, or is too long, is refused unread; a page always says it. */
export function bounded(mostBytes: number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header('transfer-encoding') !== undefined) return c.text('Length Required', 411);
    const length = Number(c.req.header('content-length') ?? 0);
    if (length > mostBytes) return c.text('Content Too Large', 413);
    return next();
  };
}

/** Everything a page needs comes from here, and nothing of it runs inline. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // Plain HTTP on loopback: there is no TLS to ask for.
  strictTransportSecurity: false,
});

/** A `Host` header without the port. */
const nameIn = (host: string): string => URL.parse(`http://${host}`)?.hostname ?? '';

function isLoopback(c: Context, host: string): boolean {
  const peer = getConnInfo(c).remote.address ?? '';
  return LOOPBACK_NAMES.includes(nameIn(host)) && LOOPBACK_PEERS.includes(peer);
}

function isOwnOrigin(c: Context, host: string): boolean {
  const origin = c.req.header('origin');
  // A proxy that speaks TLS to the browser leaves the name as it is.
  if (origin !== undefined) return [`http://${host}`, `https://${host}`].includes(origin);
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}

/**
 * Whether a browser says that our own page asks, or that somebody opens a page itself, as by a link.
 * Another port of this machine is the same site to a browser, and as foreign to us. What is no browser
 * says nothing.
 */
function isOwnSite(c: Context, pages: readonly string[]): boolean {
  const site = c.req.header('sec-fetch-site') ?? 'none';
  if (['none', 'same-origin'].includes(site)) return true;
  return pages.includes(c.req.path) && c.req.header('sec-fetch-dest') === 'document';
}
