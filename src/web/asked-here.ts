import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

/**
 * Keeps pages of other sites from reading what stands here, health and metrics among it. Their requests bear an
 * `Origin`. One whose name was made to point at this machine bears that name in `Host`; no address of
 * numbers can be made to. Where the server listens for this machine alone, only its own names are
 * right; elsewhere balancers and Prometheus call it by names that we do not know, so that any is.
 */
export function askedHere(listensOn: string): MiddlewareHandler {
  const anyName = !isLoopback(listensOn);
  return async (c, next) => {
    const name = URL.parse(`http://${c.req.header('host') ?? ''}`)?.hostname ?? '';
    const isOurs = anyName || name === 'localhost' || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
    if (isOurs && c.req.header('origin') === undefined) return next();
    return c.text(
      'Ask for this by 127.0.0.1 or localhost, and not from a page of another site.',
      403,
    );
  };
}

/** Whether only this machine reaches an address to listen on. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\./.test(host);
