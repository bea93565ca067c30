import type { Track } from '../../../db/tables.ts';
import type { Context } from '../../../delivery/context.ts';
import type { SkippedDays } from '../../../domain/calendar.ts';
import { dayAt } from '../../../domain/day.ts';
import { type IcsFault, MOST_ICS_BYTES } from './ics-fault.ts';
import { readIcs } from './read-ics.ts';

/** A calendar as somebody gives it. */
export type GivenIcs =
  | { readonly type: 'address'; readonly written: string }
  | { readonly type: 'file'; readonly name: string; readonly text: string };

/** A calendar that was read, and the days that it takes. */
export interface TakenIcs {
  readonly name: string;
  readonly address: string | null;
  readonly file: string | null;
  readonly days: readonly SkippedDays[];
}

export type IcsTaken =
  { readonly ok: true; readonly ics: TakenIcs } | { readonly ok: false; readonly fault: IcsFault };

const FETCH_MS = 20_000;

/** Fetches a calendar, where it has an address, and reads the days that it takes from a track. Writes nothing. */
export async function takeIcs(context: Context, track: Track, given: GivenIcs): Promise<IcsTaken> {
  const found = given.type === 'file' ? fileOf(given) : await fetchIcs(context, given.written);
  if ('code' in found) return { ok: false, fault: found };
  const { text, ...named } = found;
  const today = dayAt(await context.clock.now(context.db), track.timezone);
  const read = await readIcs({ ics: text, today, timezone: track.timezone });
  return read.ok ? { ok: true, ics: { ...named, days: read.days } } : read;
}

type FoundIcs = Omit<TakenIcs, 'days'> & { readonly text: string };

const fileOf = ({ name, text }: GivenIcs & { readonly type: 'file' }): FoundIcs => ({
  ...{ name, address: null, file: text, text },
});

async function fetchIcs({ fetchPublic }: Context, written: string): Promise<FoundIcs | IcsFault> {
  // Calendar programs write webcal: for an address that is fetched over HTTPS.
  const url = URL.parse(written.trim().replace(/^webcals?:\/\//i, 'https://'));
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    return { code: 'ics-not-an-address', given: written };
  }
  const fetched = await fetchPublic(url, { maxBytes: MOST_ICS_BYTES, timeMs: FETCH_MS });
  if (fetched.ok) {
    return { name: url.hostname, address: url.href, file: null, text: textOfIcs(fetched.bytes) };
  }
  if (fetched.fault === 'too-large') return { code: 'ics-too-large', mostBytes: MOST_ICS_BYTES };
  return { code: 'ics-not-fetched', fault: fetched.fault, why: fetched.why };
}

/** The database takes no U+0000, which no calendar needs. */
export const textOfIcs = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).replaceAll('\0', '');
