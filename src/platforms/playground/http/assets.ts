import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { FONTS } from '../fonts.ts';

const LITERATA = '@fontsource-variable/literata/files';
const GOLOS = '@fontsource-variable/golos-text/files';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The page's scripts and styles, and its fonts; all from this machine. */
export function assets(): Hono {
  const app = new Hono();
  app.use('/page/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-cache');
  });
  app.get('/page/*', serveStatic({ root: join(import.meta.dirname, '..') }));
  app.use('/fonts/*', async (c, next) => {
    await next();
    c.header('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
  });
  for (const file of FONTS) {
    app.get(`/fonts/${file}`, serveStatic({ path: file, root: dirname(fontPath(file)) }));
  }
  return app;
}

function fontPath(file: string): string {
  const folder = file.startsWith('literata') ? LITERATA : GOLOS;
  return fileURLToPath(import.meta.resolve(`${folder}/${file}`));
}
