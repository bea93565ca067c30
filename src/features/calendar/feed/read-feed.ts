import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Track } from '../../../db/tables.ts';
import { trackById } from '../../../db/tracks.ts';
import type { Context } from '../../../delivery/context.ts';
import { answeringText } from '../../tracks/schedule-text.ts';
import { withDeckTitles } from '../../tracks/tracks-here.ts';
import { roundsOfTracks } from '../rounds-ahead.ts';
import { calendarWords } from '../words/index.ts';
import { isFeedSignature } from './feed-address.ts';

/** Enough for a year of weekly rounds, or two months of daily ones. */
const SHOWN_ROUNDS = 60;

/** A round stays open for longer; in a calendar it takes the time of a look at the question. */
const SHOWN_MS = 15 * 60_000;

/** How often calendars are told to ask again. */
const REFRESH_SECONDS = 6 * 3600;

/**
 * The next rounds of a track as an .ics calendar, by its signed address; undefined where the signature is wrong or
 * the track is gone. It says when questions come, and never which: nobody is to know them before they are asked.
 */
export async function readFeed(
  context: Context,
  trackId: number,
  signature: string,
): Promise<string | undefined> {
  // The signature is checked before anything is sent to the database.
  if (!context.feed || !isFeedSignature(context.feed, trackId, signature)) return undefined;
  const track = await trackById(context.db, trackId);
  return track && track.status !== 'removed' ? writeFeed(context, track) : undefined;
}

async function writeFeed(context: Context, track: Track): Promise<string> {
  const { db, clock, installation } = context;
  const { id, workspaceId, language } = track;
  const words = calendarWords(language).feed;
  const [titled] = await withDeckTitles(db, [track], { workspaceId, language });
  const [ahead] = await roundsOfTracks(context, [track], SHOWN_ROUNDS);
  const stamp = await clock.now(db);
  const feed = ical({
    prodId: { company: 'Whetstone', product: 'rounds', language },
    name: words.name(titled?.deck ?? ''),
    ttl: REFRESH_SECONDS,
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const start of ahead?.asked ?? []) {
    feed.createEvent({
      id: `${installation}-${id}-${start.getTime()}`,
      ...{ stamp, start, end: new Date(start.getTime() + SHOWN_MS) },
      summary: words.event(titled?.deck ?? ''),
      description: words.answering(answeringText(track.answeringSeconds, language)),
    });
  }
  return feed.toString();
}
