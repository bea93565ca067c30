import { Hono } from 'hono';

/** The feed of a track as .ics; undefined where the signature is not its own. */
export type ReadFeed = (trackId: number, signature: string) => Promise<string | undefined>;

/** Calendars ask again when they like; more often than this, they need not. */
const FRESH_SECONDS = 900;

/**
 * `/calendar/3/SIGNATURE.ics`: the rounds of track 3. There is no telling a track that does not exist from a
 * wrong signature.
 */
export function feedRoutes(read: ReadFeed): Hono {
  return new Hono().get(
    '/calendar/:track{[0-9]{1,9}}/:file{[A-Za-z0-9_-]{1,100}\\.ics}',
    async (context) => {
      const { track, file } = context.req.param();
      const feed = await read(Number(track), file.slice(0, -'.ics'.length));
      if (feed === undefined) return context.text('There is no calendar at this address.', 404);
      return context.body(feed, 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': `private, max-age=${FRESH_SECONDS}`,
        'x-content-type-options': 'nosniff',
      });
    },
  );
}
