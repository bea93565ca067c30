import { setImmediate } from 'node:timers/promises';
import type { Language } from '../domain/language.ts';
import { areAlike } from '../domain/text/likeness.ts';
import { createStemmer } from '../domain/text/stems.ts';

/** Characters of questions that are compared in one go: some ten milliseconds of work. */
export const AT_ONCE = 10_000;

/**
 * The first of some questions, as it is worded, that asks nearly the same. There may be thousands of
 * them, so that everything else has its turn in between: `pause` waits for that.
 */
export async function findAlike(
  asked: string,
  { language, others }: { readonly language: Language; readonly others: AsyncIterable<string> },
  pause: () => Promise<unknown> = setImmediate,
): Promise<string | undefined> {
  const stems = createStemmer(language);
  const words = new Set(stems(asked));
  let compared = 0;
  for await (const other of others) {
    if (compared + other.length > AT_ONCE) {
      await pause();
      compared = 0;
    }
    compared += other.length;
    if (areAlike(words, new Set(stems(other)))) return other;
  }
  return undefined;
}
