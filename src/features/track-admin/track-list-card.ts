import { type Block, type Message, message } from '../../chat/message.ts';
import { channel, type RichText } from '../../chat/text.ts';
import type { RoundsAhead } from '../../domain/calendar.ts';
import type { Language } from '../../domain/language.ts';
import { aheadText } from '../calendar/skips-text.ts';
import { scheduleText } from '../tracks/schedule-text.ts';
import { suspendReasonText } from '../tracks/suspend-reason-text.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { trackAdminWords } from './words/index.ts';

export interface ListedTrack {
  readonly number: number;
  readonly channel: string;
  readonly deck: string;
  readonly cron: string;
  readonly timezone: string;
  readonly status: 'active' | 'paused' | 'suspended';
  readonly suspendedReason: string | null;
  /** Its next rounds, and the days that are skipped before them. */
  readonly ahead: RoundsAhead;
  /** What is set beside its plan, each in a line of its own. */
  readonly settings: readonly RichText[];
}

/** How many tracks are shown: as many as are read in one go. The operator's command line lists them all. */
export const SHOWN_TRACKS = 30;

/** All tracks of a workspace. */
export function trackListCard(language: Language, tracks: readonly ListedTrack[]): Message {
  const words = trackAdminWords(language);
  if (tracks.length === 0) return noTracksCard(language);
  const shown = tracks.slice(0, SHOWN_TRACKS);
  const more = tracks.length - shown.length;
  const rest: readonly Block[] = more > 0 ? [{ type: 'note', text: [words.more(more)] }] : [];
  return message([
    { type: 'heading', text: words.listHeading },
    { type: 'list', items: shown.map((track) => trackLine(track, language)) },
    ...rest,
  ]);
}

/** What there is to do where there is no track. */
export function noTracksCard(language: Language): Message {
  const add = trackCommandSpan(language, 'add');
  return message([{ type: 'text', text: trackAdminWords(language).noTracks(add) }]);
}

export function trackLine(track: ListedTrack, language: Language): RichText {
  const words = trackAdminWords(language);
  const schedule = `${scheduleText(track.cron, language)}, ${track.timezone}`;
  return [
    ...words.line({ number: track.number, channel: channel(track.channel) }),
    ` · ${track.deck} · ${schedule}. `,
    ...statusText(track, language),
    ...track.settings.flatMap((line): RichText => [' ', ...line, '.']),
  ];
}

function statusText(track: ListedTrack, language: Language): RichText {
  const words = trackAdminWords(language);
  const resume = trackCommandSpan(language, 'resume');
  switch (track.status) {
    case 'active':
      return [`${words.active} `, ...aheadText(track.ahead, language)];
    case 'paused':
      return track.ahead.asked.length === 0
        ? words.isPaused(resume)
        : [...words.isPaused(resume), ' ', ...aheadText(track.ahead, language)];
    case 'suspended': {
      const reason = suspendReasonText(track.suspendedReason ?? '', language);
      return words.isSuspended({ reason, resume });
    }
  }
}
