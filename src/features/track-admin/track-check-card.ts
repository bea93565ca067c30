import { type Block, type Message, message } from '../../chat/message.ts';
import { bold, type RichText, time } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { icsFaultText } from '../calendar/ics/ics-fault-text.ts';
import type { KnownIcs } from '../calendar/ics/track-calendars.ts';
import { faultText } from '../tracks/track-faults.ts';
import type { HeldUp } from './held-up.ts';
import { type ListedTrack, noTracksCard, trackLine } from './track-list-card.ts';
import { trackAdminWords } from './words/index.ts';

export interface InspectedTrack extends ListedTrack {
  /** What would keep its next round from being held. */
  readonly faults: readonly TrackFault[];
  /** Why what is set for it does not do what it is set to. */
  readonly ofSettings: readonly string[];
  readonly heldUp: readonly Omit<HeldUp, 'trackId'>[];
  /** Its calendar of days off, if it has one. */
  readonly calendar?: Pick<KnownIcs, 'name' | 'fault'> | undefined;
}

export interface CheckedPlace {
  readonly tracks: readonly InspectedTrack[];
  /** How many more tracks there are, which nobody looked at. */
  readonly unchecked: number;
  /** Whether a reply in a round's thread is an answer here. */
  readonly threadAnswers: boolean;
}

/** The tracks of a workspace, each with what is wrong with it, or that nothing is. */
export function trackCheckCard(
  language: Language,
  { tracks, unchecked, threadAnswers }: CheckedPlace,
): Message {
  if (tracks.length === 0) return noTracksCard(language);
  const words = trackAdminWords(language);
  const wrong = tracks.filter((track) => !isWell(track)).length;
  return message([
    { type: 'heading', text: words.checkHeading },
    { type: 'text', text: [bold(wrong === 0 ? words.allWell : words.someWrong(wrong))] },
    // Above the tracks: the line before it says that all is well, and of these nobody knows.
    ...uncheckedBlocks(tracks.length, unchecked, language),
    ...tracks.flatMap((track) => trackBlocks(track, language)),
    ...(threadAnswers ? [] : [{ type: 'note', text: [words.threadsUnread] } as const]),
  ]);
}

function uncheckedBlocks(checked: number, more: number, language: Language): readonly Block[] {
  if (more === 0) return [];
  return [{ type: 'text', text: [trackAdminWords(language).unchecked({ checked, more })] }];
}

const isWell = ({ status, faults, ofSettings, heldUp }: InspectedTrack): boolean =>
  status !== 'suspended' && faults.length + ofSettings.length + heldUp.length === 0;

function trackBlocks(track: InspectedTrack, language: Language): readonly Block[] {
  const text: RichText = [isWell(track) ? '✓ ' : '✗ ', ...trackLine(track, language)];
  const items = foundItems(track, language);
  if (items.length === 0) return [{ type: 'text', text }];
  return [
    { type: 'text', text, leads: true },
    { type: 'list', items },
  ];
}

/** What is wrong with a track, in an item each. */
function foundItems(
  { faults, ofSettings, heldUp, calendar }: InspectedTrack,
  language: Language,
): readonly RichText[] {
  const words = trackAdminWords(language);
  const days = calendar?.fault
    ? [[words.calendarUnread({ name: calendar.name, why: icsFaultText(calendar.fault, language) })]]
    : [];
  return [
    ...faults.map((fault) => [faultText(fault, language)]),
    ...ofSettings.map((fault) => [fault]),
    ...heldUp.map(({ number, part, since }) => words.heldUp[part]({ number, since: time(since) })),
    ...days,
  ];
}
