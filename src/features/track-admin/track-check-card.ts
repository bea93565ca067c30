import { type Block, type Message, message } from '../../chat/message.ts';
import { bold, type RichText } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { faultText } from '../tracks/track-faults.ts';
import { type ListedTrack, noTracksCard, trackLine } from './track-list-card.ts';
import { trackAdminWords } from './words/index.ts';

export interface InspectedTrack extends ListedTrack {
  /** What would keep its next round from being held. */
  readonly faults: readonly TrackFault[];
  /** Why what is set for it does not do what it is set to. */
  readonly ofSettings: readonly string[];
}

/** The tracks of a workspace, each with what is wrong with it, or that nothing is. */
export function trackCheckCard(language: Language, tracks: readonly InspectedTrack[]): Message {
  if (tracks.length === 0) return noTracksCard(language);
  const words = trackAdminWords(language);
  const wrong = tracks.filter((track) => !isWell(track)).length;
  return message([
    { type: 'heading', text: words.checkHeading },
    { type: 'text', text: [bold(wrong === 0 ? words.allWell : words.someWrong(wrong))] },
    ...tracks.flatMap((track) => trackBlocks(track, language)),
  ]);
}

const isWell = ({ status, faults, ofSettings }: InspectedTrack): boolean =>
  status !== 'suspended' && faults.length + ofSettings.length === 0;

function trackBlocks(track: InspectedTrack, language: Language): readonly Block[] {
  const line = trackLine(track, language);
  if (isWell(track)) return [{ type: 'text', text: ['✓ ', ...line] }];
  const text: RichText = ['✗ ', ...line];
  const faults = [...track.faults.map((fault) => faultText(fault, language)), ...track.ofSettings];
  if (faults.length === 0) return [{ type: 'text', text }];
  const items = faults.map((fault) => [fault]);
  return [
    { type: 'text', text, leads: true },
    { type: 'list', items },
  ];
}
