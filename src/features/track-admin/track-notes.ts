import { type Block, type Message, message } from '../../chat/message.ts';
import { time } from '../../chat/text.ts';
import type { Round } from '../../db/tables.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Language } from '../../domain/language.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { suspendReasonText } from '../tracks/suspend-reason-text.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { nextQuestion } from '../tracks/track-facts-card.ts';
import { faultText } from '../tracks/track-faults.ts';
import { trackWords } from '../tracks/words/index.ts';
import { trackAdminWords } from './words/index.ts';

/** What a card shows of a track after something was done to it. */
export interface NotedTrack {
  readonly number: number;
  readonly status: 'active' | 'paused' | 'suspended' | 'removed';
  readonly suspendedReason: string | null;
  readonly nextDueAt: Date | null;
}

/** After *Save*: what was saved, and when its next question comes. */
export function trackSavedCard(
  track: NotedTrack & { readonly isNew: boolean },
  language: Language,
): Message {
  const words = trackAdminWords(language);
  const ask = { label: words.askNow, action: { name: 'track-ask', args: [String(track.number)] } };
  const buttons: readonly Block[] =
    track.isNew && track.status === 'active' ? [{ type: 'buttons', buttons: [ask] }] : [];
  const done = track.isNew ? words.saved(track.number) : words.changed(track.number);
  return message(
    [{ type: 'text', text: [done] }, ...statusBlocks(track, language), ...buttons],
    'success',
  );
}

/** What was done, and when the next question comes or why none does. */
export function trackDoneCard(done: string, track: NotedTrack, language: Language): Message {
  return message([{ type: 'text', text: [done] }, ...statusBlocks(track, language)], 'success');
}

/** Why a track does not do what was asked: it stopped. */
export function trackStoppedCard(track: NotedTrack, language: Language): Message {
  const words = trackAdminWords(language);
  return message(
    [
      { type: 'heading', text: words.title(track.number) },
      ...statusBlocks({ ...track, status: 'suspended' }, language),
    ],
    'warning',
  );
}

/** There is no such track any more. */
export function trackGoneCard(number: number, language: Language): Message {
  const list = trackCommandSpan(language, 'list');
  return noteCard(trackWords(language).notFound({ given: String(number), list }), 'warning');
}

/** What still stands in the way of resuming a track, each with its fix. */
export function cannotResumeCard(
  number: number,
  faults: readonly TrackFault[],
  language: Language,
): Message {
  const words = trackAdminWords(language);
  const again = { name: 'track-resume', args: [String(number)] };
  return message(
    [
      { type: 'heading', text: words.cannotResume(number) },
      { type: 'list', items: faults.map((fault) => [faultText(fault, language)]) },
      { type: 'buttons', buttons: [{ label: words.checkAgain, action: again, style: 'primary' }] },
    ],
    'warning',
  );
}

/** Asks before a track is removed; to keep it, nothing needs to be pressed. */
export function removeSureCard(number: number, language: Language): Message {
  const words = trackAdminWords(language);
  const sure = { name: 'track-remove-sure', args: [String(number)] };
  return message(
    [
      { type: 'text', text: [words.removeSure(number)] },
      { type: 'buttons', buttons: [{ label: words.remove, action: sure, style: 'danger' }] },
    ],
    'warning',
  );
}

/** Asks before a round is opened beside one that is open. */
export function stillOpenCard(
  { trackId, number, closesAt }: Pick<Round, 'trackId' | 'number' | 'closesAt'>,
  language: Language,
): Message {
  const words = trackAdminWords(language);
  const beside = { name: 'track-ask-beside', args: [String(trackId)] };
  const until = closesAt ? time(closesAt) : undefined;
  return message(
    [
      { type: 'text', text: words.stillOpen({ number: trackId, round: number, until }) },
      { type: 'buttons', buttons: [{ label: words.askBeside, action: beside }] },
    ],
    'warning',
  );
}

function statusBlocks(track: NotedTrack, language: Language): readonly Block[] {
  const words = trackAdminWords(language);
  const resume = trackCommandSpan(language, 'resume');
  switch (track.status) {
    case 'active':
      return [{ type: 'text', text: nextQuestion(track.nextDueAt, language) }];
    case 'paused':
      return [{ type: 'text', text: words.isPaused(resume) }];
    case 'suspended': {
      const reason = suspendReasonText(track.suspendedReason ?? '', language);
      return [{ type: 'text', text: words.isSuspended({ reason, resume }) }];
    }
    case 'removed':
      return [];
  }
}
