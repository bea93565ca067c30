/** The share of common words (Jaccard) from which two questions look like one. */
const ALIKE = 0.7;

/** Whether two texts say nearly the same. One without a word of its own is like no other. */
export function areAlike(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  share: number = ALIKE,
): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  // A set much larger than the other cannot be like it, and most pairs end here.
  if (small.size === 0 || small.size < large.size * share) return false;
  const common = [...small].filter((word) => large.has(word)).length;
  return common / (a.size + b.size - common) >= share;
}
