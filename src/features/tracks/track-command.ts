import { commandSpan } from '../../chat/command.ts';
import type { CommandSpan } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { described } from '../shared/define-command.ts';
import type { en } from './words/en.ts';
import { trackWords } from './words/index.ts';

export type TrackSubcommand = keyof (typeof en)['subcommands'];

/** `/track` by its names, for all who speak of it; what it takes and does is above them, in `track-admin`. */
export const TRACK = { ...described(trackWords, (words) => words.command), ownName: true };

export const trackSubcommand = (name: TrackSubcommand) =>
  described(trackWords, (words) => words.subcommands[name]);

/** `/track add` and the like, for texts that speak of it. */
export const trackCommandSpan = (language: Language, name: TrackSubcommand): CommandSpan =>
  commandSpan(language, TRACK, trackSubcommand(name));
