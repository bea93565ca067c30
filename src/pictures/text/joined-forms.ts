/** Where Unicode keeps the shapes that an Arabic letter takes beside others; no text is written in them. */
const BLOCKS = [
  [0xfb50, 0xfdfb],
  [0xfe70, 0xfefc],
] as const;

/** Of a letter, in the order in which its shapes stand there: alone, last, first and in the middle of a word. */
const ALONE = 0;
const LAST = 1;
const FIRST = 2;
const MIDDLE = 3;

/** The shapes of each letter; letters that join nothing after them have the first two alone. */
const SHAPES: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  BLOCKS.flatMap(([from, until]) =>
    Array.from({ length: until - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  ),
  (shape) => shape.normalize('NFKC'),
);

/**
 * A text, character by character, as wide as it is drawn: Arabic letters are narrower where they are joined to
 * others. For measuring alone; the renderer joins them itself.
 */
export function joinedForms(clusters: readonly string[]): readonly string[] {
  return clusters.map((cluster, index) => {
    const [letter = '', ...marks] = cluster;
    const shapes = SHAPES.get(letter);
    if (!shapes) return cluster;
    const before = joinsNext(clusters[index - 1]);
    const after = joinsNext(cluster) && SHAPES.has(firstOf(clusters[index + 1]));
    const place = before ? (after ? MIDDLE : LAST) : after ? FIRST : ALONE;
    return [shapes[place] ?? letter, ...marks].join('');
  });
}

const firstOf = (cluster = ''): string => [...cluster][0] ?? '';

const joinsNext = (cluster: string | undefined): boolean =>
  (SHAPES.get(firstOf(cluster))?.length ?? 0) > FIRST;
