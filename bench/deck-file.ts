import { parseYaml } from '../src/decks/yaml.ts';
import { measure, table } from './measure.ts';

const TIMES = 5;
const KEYS = 26_000;

/** A deck's file of the largest size that is nothing but keys, against one of a tenth of them. */
export async function benchDeckFile(): Promise<string> {
  const tenth = mapping(KEYS / 10);
  const whole = mapping(KEYS);
  const rows = await measure(TIMES, {
    [`a file of ${KEYS / 10} keys`]: () => Promise.resolve(parseYaml(tenth)),
    [`a file of ${KEYS} keys`]: () => Promise.resolve(parseYaml(whole)),
  });
  return table("Reading a deck's file", rows);
}

const mapping = (keys: number): string =>
  Array.from({ length: keys }, (_, number) => `k${number}: 1\n`).join('');
