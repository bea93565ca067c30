import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({ scripts: z.object({ start: z.string() }) });

/** What `npm start` gives to Node: its flags, and the program. */
export function startCommand(): readonly string[] {
  const file = new URL('../../package.json', import.meta.url);
  const { scripts } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  return scripts.start.split(' ').slice(1);
}
