import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { FONTS } from './fonts.ts';

const LITERATA = '@fontsource-variable/literata/files';
const GOLOS = '@fontsource-variable/golos-text/files';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Where pages find what {@link kitAssets} serves. */
export const KIT_PATHS = ['/kit/*', '/fonts/*'] as const;

/** The styles and fonts that pages have in common; all from this machine. */
export function kitAssets(): Hono {
  const app = new Hono();
  app.route('/', files('/kit', join(import.meta.dirname, 'styles')));
  app.use('/fonts/*', async (c, next) => {
    await next();
    c.header('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
  });
  for (const file of FONTS) {
    app.get(`/fonts/${file}`, serveStatic({ path: file, root: dirname(fontPath(file)) }));
  }
  return app;
}

/** A folder's files under a path; a browser asks each time whether they are still the same. */
export function files(path: string, folder: string): Hono {
  const app = new Hono();
  app.use(`${path}/*`, async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-cache');
  });
  const rewriteRequestPath = (asked: string): string => asked.slice(path.length);
  app.get(`${path}/*`, serveStatic({ root: folder, rewriteRequestPath }));
  return app;
}

function fontPath(file: string): string {
  const folder = file.startsWith('literata') ? LITERATA : GOLOS;
  return fileURLToPath(import.meta.resolve(`${folder}/${file}`));
}
