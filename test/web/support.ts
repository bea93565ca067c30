import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createWeb, type Web, type WebOptions } from '../../src/web/server.ts';

export const silent = pino({ level: 'silent' });

/** A web server on a free port of this machine, stopped after the test. */
export async function startWeb(
  options: Partial<WebOptions> = {},
): Promise<{ readonly url: string; readonly web: Web }> {
  const web = createWeb({
    ...{ host: '127.0.0.1', port: 0, log: silent },
    health: () => Promise.resolve({}),
    metrics: () => Promise.resolve(''),
    ...options,
  });
  onTestFinished(() => web.stop());
  return { web, url: await web.start() };
}
