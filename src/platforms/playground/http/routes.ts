import { join } from 'node:path';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { files, KIT_PATHS, kitAssets } from '../../../web/kit/assets.ts';
import { guard, headers } from '../../../web/kit/guard.ts';
import { LIMITS } from '../limits.ts';
import { CHANNEL } from '../people.ts';
import { renderPage } from '../view/page.ts';
import { isLasting } from '../visitor.ts';
import { ClosedError, type VisitorContext } from '../visitor-context.ts';
import { playgroundWords } from '../words/index.ts';
import { api } from './api.ts';
import { chosenMember, onlookerOf, preferences, themeOf } from './who-asks.ts';

/** Named one by one, so that what else the same web server offers keeps its own rules. */
const PATHS = ['/', '/page/*', ...KIT_PATHS, '/pictures/*', '/api/*'];

/** The page, what it is made of, and what it talks to. */
export function createRoutes(context: VisitorContext): Hono {
  const app = new Hono();
  const ours = guard({
    pages: ['/'],
    hosts: context.hosts,
    refusal: (c) =>
      playgroundWords(preferences(c).language).elsewhere(c.env.incoming.socket.localPort ?? 0),
  });
  for (const path of PATHS) app.use(path, headers, ours);
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    // A page that was opened too early looks again by itself.
    if (error instanceof ClosedError) return c.text(error.message, 503, { Refresh: '1' });
    context.log.error({ err: error }, 'a request of the playground failed');
    return c.text('Something went wrong on our side.', 500);
  });
  app.get('/', async (c) => {
    const channel = (await context.store.channels()).find(({ id }) => id === CHANNEL);
    const member = chosenMember(c, await context.store.members());
    if (!channel || !member) throw new ClosedError();
    const visitor = { member, ...preferences(c) };
    const all = await context.store.messagesFor(member.id, channel.id, LIMITS.shownMessages);
    const messages = all.filter((message) => isLasting(visitor, message));
    const newest = Math.max(0, ...all.map(({ id }) => id));
    const commands = context.startOptions()?.commands ?? [];
    const onlooker = await onlookerOf(context, visitor);
    return c.html(
      renderPage({ ...onlooker, channel, messages, newest, commands, theme: themeOf(c) }),
    );
  });
  app.get('/pictures/:hash/:name', async (c) => {
    const png = await context.store.picture(c.req.param('hash'));
    if (!png) return c.notFound();
    // The hash names the content, so what stands under it never changes.
    const caching = { 'Cache-Control': 'private, max-age=31536000, immutable' };
    return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', ...caching });
  });
  app.route('/api', api(context));
  app.route('/', files('/page', join(import.meta.dirname, '../page')));
  app.route('/', kitAssets());
  return app;
}
