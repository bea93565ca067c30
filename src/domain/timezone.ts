import { distance } from 'fastest-levenshtein';
import { LRUCache } from 'lru-cache';

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

/** Kept, since to ask takes half a millisecond, and Slack tells a zone with each gesture. */
const resolved = new LRUCache<string, string>({ max: 500 });

function resolve(timeZone: string): string | undefined {
  const kept = resolved.get(timeZone);
  if (kept !== undefined) return kept;
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    resolved.set(timeZone, zone);
    return zone;
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
  return plain(zone.slice(zone.lastIndexOf('/') + 1));
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/[_-]/g, ' ');
}

/** Zones to offer while one is typed: those that hold what is typed, cities that begin so first. */
export function timezonesLike(partial: string): readonly string[] {
  const wanted = plain(partial);
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const fitting = zones.filter((zone) => plain(zone).includes(wanted));
  const begins = (zone: string) => (cityOf(zone).startsWith(wanted) ? 0 : 1);
  return fitting.sort((a, b) => begins(a) - begins(b));
}
