/** Discord repeats an event within seconds, after a resume; this many gestures are far more. */
const REMEMBERED = 1_000;

/** Returns true at the first sight of an id. Remembers the newest thousand. */
export function createOnce(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
