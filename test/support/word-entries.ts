export type Entry = readonly [path: string, words: string];

/**
 * An argument that passes for a text, a number, a list and an object of named arguments, and shows as
 * nothing of any language.
 */
const ANYTHING: object = new Proxy(Object.assign(['%'], { toLocaleString: () => '%' }), {
  get: (list, key) =>
    typeof key === 'symbol' || key in list ? (Reflect.get(list, key) as unknown) : ANYTHING,
});

/** Every word and sentence, by its path; those with arguments are said with some. */
export function entries(words: unknown, path: readonly string[] = []): Entry[] {
  if (typeof words === 'function') return entries(say(words as Say, path), path);
  if (typeof words === 'string') return [[path.join('.'), words]];
  if (Array.isArray(words)) return [[path.join('.'), words.flat().join('')]];
  const inner = Object.entries(words as object);
  return inner.flatMap(([key, value]) => entries(value, [...path, key]));
}

type Say = (...args: readonly unknown[]) => unknown;

function say(words: Say, path: readonly string[]): unknown {
  if (path.at(-1) === 'lasting') return words({ count: 8, unit: 'hour' });
  return words(...Array.from({ length: words.length }, () => ANYTHING));
}
