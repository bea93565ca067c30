import { type Choice, type Form, type FormField, MOST_CHOICES } from '../../chat/form.ts';
import type { DeckRow } from '../../db/tables.ts';
import { isLanguage, type Language, LANGUAGES } from '../../domain/language.ts';
import type { TrackDraft } from '../../domain/track-plan.ts';
import { deckTitle } from '../decks/titles.ts';
import { trackWords } from '../tracks/words/index.ts';
import type { StoredDraft } from './track-draft.ts';
import { trackAdminWords } from './words/index.ts';

/** Stands for what the draft holds already, such as several decks; no deck's name has it. */
const AS_WRITTEN = '*';

export interface FormContents extends StoredDraft {
  readonly draftId: string;
  /** What may be chosen from. */
  readonly decks: readonly DeckRow[];
}

/** The form of a track, filled with what its draft holds. */
export function trackForm(
  language: Language,
  { draftId, written, trackId, decks }: FormContents,
): Form {
  const [track, words] = [trackWords(language), trackAdminWords(language)];
  const line = { type: 'line', required: true, maxLength: 100 } as const;
  return {
    action: { name: 'track', args: [draftId] },
    title: trackId === undefined ? words.newTitle : words.title(trackId),
    submit: words.preview,
    fields: [
      deckField(language, decks, written.decks),
      {
        ...line,
        id: 'schedule',
        label: track.schedule,
        hint: words.scheduleHint,
        value: written.schedule,
      },
      {
        ...line,
        id: 'timezone',
        label: track.timezone,
        hint: words.timezoneHint,
        value: written.timezone,
      },
      {
        ...line,
        id: 'answering',
        label: track.answering,
        hint: words.answeringHint,
        value: written.answering,
      },
      languageField(language, written.language),
    ],
  };
}

/** The labels of the fields that are written in, and not chosen. */
export function trackLabels(language: Language) {
  const { schedule, timezone, answering } = trackWords(language);
  return { schedule, timezone, answering };
}

function deckField(language: Language, decks: readonly DeckRow[], written: string): FormField {
  const isOne = decks.some((deck) => deck.name === written);
  const kept = isOne || written === '' ? [] : [{ label: written, value: AS_WRITTEN }];
  const single = decks.map((deck) => ({ label: deckTitle(deck, language), value: deck.name }));
  // The deck in use stays within reach even where there are more than a form shows.
  const options = [...kept, ...single.filter((choice) => choice.value === written), ...single];
  return {
    id: 'decks',
    type: 'choice',
    label: trackWords(language).deck,
    required: true,
    options: unique(options).slice(0, MOST_CHOICES),
    ...(written !== '' && { value: isOne ? written : AS_WRITTEN }),
  };
}

function unique(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

function languageField(language: Language, written: string): FormField {
  const words = trackWords(language);
  return {
    id: 'language',
    type: 'choice',
    label: words.language,
    required: true,
    options: LANGUAGES.map((value) => ({ label: words.languages[value], value })),
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
