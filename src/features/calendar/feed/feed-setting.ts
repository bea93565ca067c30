import type { Context } from '../../../delivery/context.ts';
import { noteCard } from '../../../delivery/note-card.ts';
import type { TrackSetting } from '../../../delivery/track-setting.ts';
import type { ButtonHandler } from '../../shared/feature.ts';
import { warn } from '../../shared/reply.ts';
import { findOwnTrack } from '../../tracks/find-own-track.ts';
import { calendarWords } from '../words/index.ts';
import { feedAddress } from './feed-address.ts';

const FEED_BUTTON = 'track-feed';

/** Every track has a feed; it has an address where the operator said how this bot is reached. */
export const feedSetting: TrackSetting<Context> = {
  name: 'feed',
  title: (language) => calendarWords(language).feed.title,
  unset: (language) => calendarWords(language).feed.unset,
  read: ({ feed }, tracks) =>
    Promise.resolve(
      new Map(feed ? tracks.map(({ id }) => [id, [feedAddress(feed, id)]] as const) : []),
    ),
  button: ({ trackId, language }) => ({
    label: calendarWords(language).feed.title,
    action: { name: FEED_BUTTON, args: [String(trackId)] },
  }),
  options: [],
};

/** Tells the address, or what is missing for one. */
export const feedButton: ButtonHandler = {
  name: FEED_BUTTON,
  manage: true,
  async run(request, [given = '']) {
    const found = await findOwnTrack(request, given);
    if (found.type === 'unclear') return found.response;
    const { context, language } = request;
    const words = calendarWords(language).feed;
    if (!context.feed) return warn(words.noAddress);
    const address = feedAddress(context.feed, found.track.id);
    return { type: 'reply', message: noteCard(words.subscribe(address)) };
  },
};
