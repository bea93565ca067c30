import type { Button } from '../chat/message.ts';
import type { RichText } from '../chat/text.ts';
import type { Track } from '../db/tables.ts';
import type { PlacedTrack } from '../db/tracks.ts';
import type { Language } from '../domain/language.ts';

/**
 * Something that can be set for a track beside its plan; `Context` is what a verb needs from outside, which names
 * these settings itself. `/track settings` shows it with its button, and the
 * lists of tracks show it where it is set; the command line takes its options with `track edit`.
 */
export interface TrackSetting<Context> {
  /** Unique; the command line calls it so. */
  readonly name: string;
  /** What people read over its value. */
  title(language: Language): string;
  /** What they read in its place where it is not set, such as `nobody`. */
  unset(language: Language): string;
  /** How it stands for each of these tracks, in one line, by the track's id; left out where it is not set. */
  read(context: Context, tracks: readonly Track[], language: Language): Promise<SettingValues>;
  /** Why it does not do what it is set to, as things are now; left out where nothing can keep it from that. */
  check?(context: Context, placed: PlacedTrack, language: Language): Promise<readonly string[]>;
  /** Changes it: opens its form, or switches it. Its handler is for managers only. */
  button(of: ShownSetting): Button;
  readonly options: readonly TrackSettingOption<Context>[];
}

type SettingValues = ReadonlyMap<number, RichText>;

interface ShownSetting {
  readonly trackId: number;
  readonly language: Language;
  readonly isSet: boolean;
}

/** What the operator types to change it. */
export interface TrackSettingOption<Context> {
  /** As commander reads it: `--nudge <time>`. */
  readonly flags: string;
  readonly does: string;
  /** Checks what was typed, and writes nothing. */
  read(
    context: Context,
    track: Track,
    written: string,
  ): ReadSetting<Context> | Promise<ReadSetting<Context>>;
}

export type ReadSetting<Context> =
  /** `save` runs in a transaction that holds the track's lock. */
  | { readonly ok: true; readonly save: (inside: Context) => Promise<unknown> }
  /** What is wrong and how to mend it, in English. */
  | { readonly ok: false; readonly fault: string };

/** What a feature says of the settings that it brings. */
export interface SettingsOfTracks<Context> {
  readonly trackSettings?: readonly TrackSetting<Context>[];
}
