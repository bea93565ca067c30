import { parseYaml } from '../../src/decks/yaml.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare, took } from '../kit/compare.ts';

const KEYS = 26_000;

/** A deck's file of the largest size that is nothing but keys, against one of a tenth of them. */
export const deckFile: Benchmark = {
  name: 'deck-file',
  title: 'The largest file of a deck ÷ one of a tenth of its keys',
  async run(_bench, { rounds }) {
    const [whole, tenth] = [mapping(KEYS), mapping(KEYS / 10)];
    const read = (text: string) => () => took(() => Promise.resolve(parseYaml(text)));
    return compare(rounds, { what: `${KEYS / 10} keys`, sample: read(tenth) }, [
      { what: `${KEYS} keys`, unit: 'ms', sample: read(whole) },
    ]);
  },
};

const mapping = (keys: number): string =>
  Array.from({ length: keys }, (_, number) => `k${number}: 1\n`).join('');
