import { type Choice, type Form, type FormField, MOST_CHOICES } from '../../chat/form.ts';
import type { DeckRow } from '../../db/tables.ts';
import { isLanguage, LANGUAGES } from '../../domain/language.ts';
import type { TrackDraft } from '../../domain/track-plan.ts';
import { deckTitle } from '../tracks/track-facts.ts';
import type { StoredDraft } from './track-draft.ts';
import type { Words } from '../../i18n/words.ts';
import type { Request } from '../shared/feature.ts';

/** Stands for what the draft holds already, such as several decks; no deck's name has it. */
const AS_WRITTEN = '*';

/** The form of a track, filled with what its draft holds. */
export function trackForm(
  { words: { track }, language }: Request,
  draftId: string,
  { written, trackId }: StoredDraft,
  decks: readonly DeckRow[],
): Form {
  const line = { type: 'line', required: true, maxLength: 100 } as const;
  return {
    action: { name: 'track', args: [draftId] },
    title: trackId === undefined ? track.newTitle : track.title(trackId),
    submit: track.preview,
    fields: [
      deckField(track.deck, decks, written.decks, language),
      {
        ...line,
        id: 'schedule',
        label: track.schedule,
        hint: track.scheduleHint,
        value: written.schedule,
      },
      {
        ...line,
        id: 'timezone',
        label: track.timezone,
        hint: track.timezoneHint,
        value: written.timezone,
      },
      {
        ...line,
        id: 'answering',
        label: track.answering,
        hint: track.answeringHint,
        value: written.answering,
      },
      languageField(track, written.language),
    ],
  };
}

/** What is written in the form, and not chosen. */
export const trackLabels = ({ track }: Words) => ({
  schedule: track.schedule,
  timezone: track.timezone,
  answering: track.answering,
});

function deckField(
  label: string,
  decks: readonly DeckRow[],
  written: string,
  language: Request['language'],
): FormField {
  const isOne = decks.some((deck) => deck.name === written);
  const kept = isOne || written === '' ? [] : [{ label: written, value: AS_WRITTEN }];
  const single = decks.map((deck) => ({ label: deckTitle(deck, language), value: deck.name }));
  // The deck in use stays within reach even where there are more than a form shows.
  const options = [...kept, ...single.filter((choice) => choice.value === written), ...single];
  return {
    id: 'decks',
    type: 'choice',
    label,
    required: true,
    options: unique(options).slice(0, MOST_CHOICES),
    ...(written !== '' && { value: isOne ? written : AS_WRITTEN }),
  };
}

function unique(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

function languageField(track: Request['words']['track'], written: string): FormField {
  return {
    id: 'language',
    type: 'choice',
    label: track.language,
    required: true,
    options: LANGUAGES.map((value) => ({ label: track.languages[value], value })),
    ...(isLanguage(written) && { value: written }),
  };
}

/** The draft with what was sent written over it; what the form does not ask stays. */
export function fillDraft(
  draft: TrackDraft,
  { decks = AS_WRITTEN, ...values }: Readonly<Record<string, string>>,
): TrackDraft {
  return {
    ...draft,
    decks: decks === AS_WRITTEN ? draft.decks : decks,
    schedule: values['schedule'] ?? draft.schedule,
    timezone: values['timezone'] ?? draft.timezone,
    answering: values['answering'] ?? draft.answering,
    language: values['language'] ?? draft.language,
  };
}
