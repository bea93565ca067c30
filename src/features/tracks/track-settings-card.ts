import { type Message, message } from '../../chat/message.ts';
import type { Language } from '../../domain/language.ts';
import type { SettingLine } from './read-track-settings.ts';
import { type TrackFacts, trackFields } from './track-facts-card.ts';
import { trackWords } from './words/index.ts';

export interface TrackSettingsFacts extends TrackFacts {
  readonly number: number;
  readonly language: Language;
  readonly settings: readonly SettingLine[];
}

/** A track's plan, and what can be set beside it with a button for each. */
export function trackSettingsCard(facts: TrackSettingsFacts): Message {
  const { number, language, settings } = facts;
  const words = trackWords(language);
  return message([
    { type: 'heading', text: words.settingsHeading(number) },
    { type: 'fields', fields: trackFields(facts, language) },
    {
      type: 'fields',
      fields: settings.map(({ setting, value }) => ({
        name: setting.title(language),
        value: value ?? [setting.unset(language)],
      })),
    },
    {
      type: 'buttons',
      buttons: settings.map(({ setting, value }) =>
        setting.button({ trackId: number, language, isSet: value !== undefined }),
      ),
    },
  ]);
}
