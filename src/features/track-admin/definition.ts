import {
  type CommandDefinition,
  commandSpan,
  type OptionDefinition,
  type SubcommandDefinition,
} from '../../chat/command.ts';
import type { CommandSpan } from '../../chat/text.ts';
import { type Language, LANGUAGES } from '../../domain/language.ts';
import { localized } from '../../i18n/define-words.ts';
import { described } from '../shared/define-command.ts';
import { TRACK, type TrackSubcommand, trackSubcommand } from '../tracks/track-command.ts';
import { TRACK_OPTION } from '../tracks/track-option.ts';
import { trackWords } from '../tracks/words/index.ts';
import type { en } from './words/en.ts';
import { trackAdminWords } from './words/index.ts';

const track: OptionDefinition = { ...TRACK_OPTION, completes: true };

/** What a track's form asks, as options; they fill the form in. */
const PLAN_OPTIONS: readonly OptionDefinition[] = [
  { ...option('decks'), type: 'text', completes: true },
  { ...option('schedule'), type: 'text' },
  { ...option('timezone'), type: 'text', completes: true },
  { ...option('answering'), type: 'text' },
  {
    ...option('language'),
    type: 'choice',
    choices: LANGUAGES.map((language) => ({
      value: language,
      labels: localized(trackWords, (words) => words.languages[language]),
    })),
  },
  { ...option('topics'), type: 'text', completes: true },
  { ...option('difficulties'), type: 'text', completes: true },
];

/** `/track`, for people who may manage the server or workspace. */
export const TRACK_COMMAND: CommandDefinition = {
  ...TRACK,
  manage: true,
  subcommands: [
    subcommand('add', PLAN_OPTIONS),
    subcommand('edit', [track, ...PLAN_OPTIONS]),
    subcommand('settings', [track]),
    subcommand('list', []),
    subcommand('doctor', []),
    subcommand('pause', [track, { ...option('until'), type: 'text' }]),
    subcommand('resume', [track]),
    subcommand('remove', [track]),
    subcommand('ask', [track]),
    subcommand('reveal', [track]),
  ],
};

const DOCTOR = described(trackAdminWords, (words) => words.doctor);

/** `/whetstone doctor`, for people who may manage: what `/track doctor` shows, under the bot's own name. */
export const WHETSTONE_COMMAND: CommandDefinition = {
  name: 'whetstone',
  names: localized(trackAdminWords, () => 'whetstone'),
  descriptions: localized(trackAdminWords, (words) => words.whetstoneDoes),
  ownName: true,
  manage: true,
  subcommands: [DOCTOR],
};

export const whetstoneDoctorSpan = (language: Language): CommandSpan =>
  commandSpan(language, WHETSTONE_COMMAND, DOCTOR);

function subcommand(
  name: TrackSubcommand,
  options: readonly OptionDefinition[],
): SubcommandDefinition {
  return { ...trackSubcommand(name), options };
}

function option(key: keyof (typeof en)['options']) {
  return described(trackAdminWords, (words) => words.options[key]);
}
