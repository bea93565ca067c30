import { pino } from 'pino';
import type { PlaygroundPlatform } from '../../../src/platforms/playground/index.ts';
import { createWeb } from '../../../src/web/server.ts';

export interface Served {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string;
  close(): Promise<void>;
}

/** The playground's page on the web server that the bot has, on any free port. */
export async function serve(playground: PlaygroundPlatform, port = 0): Promise<Served> {
  const web = createWeb({
    host: '127.0.0.1',
    port,
    log: pino({ level: 'silent' }),
    health: () => Promise.resolve({}),
    metrics: () => Promise.resolve(''),
    mounts: { pages: [playground.routes()] },
  });
  return { url: await web.start(), close: () => web.stop() };
}
