import { distance } from 'fastest-levenshtein';

/**
 * The zone's name in its usual spelling, or undefined for one that the runtime's zone database lacks.
 * A newer name such as Asia/Kolkata stays, where the runtime would go back to Asia/Calcutta.
 */
export function canonicalTimezone(written: string): string | undefined {
  const given = written.trim();
  const canonical = resolve(given);
  // Bare offsets such as +03:00 are accepted by Intl but know no daylight saving: refuse them.
  if (canonical === undefined || /^[+-]/.test(canonical)) return undefined;
  const isAlias = /^[A-Z].*\//.test(given) && given.toLowerCase() !== canonical.toLowerCase();
  return isAlias ? given : canonical;
}

function resolve(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Shorter than this, a slip of the finger cannot be told from another name. */
const SHORTEST_GUESS = 4;

/** Zones whose city is nearly the one that is written, with or without a region; nearest first. */
export function nearTimezones(written: string, most = 3): readonly string[] {
  const wanted = cityOf(written);
  if (wanted.length < SHORTEST_GUESS) return [];
  return Intl.supportedValuesOf('timeZone')
    .map((zone) => ({ zone, away: away(cityOf(zone), wanted) }))
    .filter(({ away }) => away <= wanted.length / 3)
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ zone }) => zone);
}

/** A city with a word that begins like what is written is nearer than one with a letter changed. */
function away(city: string, wanted: string): number {
  if (city === wanted) return 0;
  return ` ${city}`.includes(` ${wanted}`) ? 0.5 : distance(city, wanted);
}

/** `America/New_York` and `new-york` are both `new york`. */
function cityOf(zone: string): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1);
  return city.trim().toLowerCase().replace(/[_-]/g, ' ');
}
