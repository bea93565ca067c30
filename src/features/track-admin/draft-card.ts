import { type Block, type Button, type Message, message } from '../../chat/message.ts';
import { time } from '../../chat/text.ts';
import type { RoundsAhead } from '../../domain/calendar.ts';
import type { Language } from '../../domain/language.ts';
import { isChannelFault, type TrackFault } from '../../domain/track-plan.ts';
import { skippedText } from '../calendar/skips-text.ts';
import { type TrackFacts, trackFields } from '../tracks/track-facts-card.ts';
import { faultText } from '../tracks/track-faults.ts';
import { trackAdminWords } from './words/index.ts';

interface Draft {
  readonly language: Language;
  /** The draft's id, which its buttons bear. */
  readonly id: string;
  /** Left out for a new track. */
  readonly number?: number;
}

/** What would be saved, and when its next rounds would come. */
export function draftCard(draft: Draft, facts: TrackFacts, ahead: RoundsAhead): Message {
  const words = trackAdminWords(draft.language);
  const heading = draft.number === undefined ? words.newTitle : words.title(draft.number);
  return message(
    [
      { type: 'heading', text: heading },
      { type: 'fields', fields: trackFields(facts, draft.language) },
      { type: 'text', text: [words.nextRounds] },
      { type: 'list', items: ahead.asked.map((at) => [time(at)]) },
      ...skippedNote(ahead, draft.language),
      { type: 'note', text: [words.notSaved] },
      {
        type: 'buttons',
        buttons: [
          { label: words.save, action: { name: 'track-save', args: [draft.id] }, style: 'primary' },
          editButton(draft),
          cancelButton(draft),
        ],
      },
    ],
    'neutral',
  );
}

function skippedNote({ skipped }: RoundsAhead, language: Language): readonly Block[] {
  if (skipped.length === 0) return [];
  return [{ type: 'note', text: [skippedText(skipped, language)] }];
}

/** Everything that keeps a draft from being saved, each with its fix. */
export function draftFaultsCard(draft: Draft, faults: readonly TrackFault[]): Message {
  const words = trackAdminWords(draft.language);
  const again: Button = {
    label: words.checkAgain,
    action: { name: 'track-check', args: [draft.id] },
    style: 'primary',
  };
  return message(
    [
      { type: 'heading', text: words.faultsHeading },
      { type: 'list', items: faults.map((fault) => [faultText(fault, draft.language)]) },
      {
        type: 'buttons',
        buttons: [
          ...(faults.some(isChannelFault) ? [again] : []),
          editButton(draft),
          cancelButton(draft),
        ],
      },
    ],
    'warning',
  );
}

function editButton({ language, id }: Draft): Button {
  return { label: trackAdminWords(language).edit, action: { name: 'track-form', args: [id] } };
}

function cancelButton({ language, id }: Draft): Button {
  return { label: trackAdminWords(language).cancel, action: { name: 'track-cancel', args: [id] } };
}
