import type {
  CommandDefinition,
  OptionDefinition,
  SubcommandDefinition,
} from '../../chat/command.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { localized } from '../../i18n/define-words.ts';
import type { Words } from '../../i18n/words.ts';
import { commandNamed, named, TRACK_OPTION } from '../shared/define-command.ts';
import { trackWords } from '../tracks/words/index.ts';

const track: OptionDefinition = { ...TRACK_OPTION, completes: true };

/** What a track's form asks, as options; they fill the form in. */
const PLAN_OPTIONS: readonly OptionDefinition[] = [
  { ...named('trackDecks'), type: 'text', completes: true },
  { ...named('trackSchedule'), type: 'text' },
  { ...named('trackTimezone'), type: 'text', completes: true },
  { ...named('trackAnswering'), type: 'text' },
  {
    ...named('trackLanguage'),
    type: 'choice',
    choices: LANGUAGES.map((language) => ({
      value: language,
      labels: localized(trackWords, (words) => words.languages[language]),
    })),
  },
  { ...named('trackTopics'), type: 'text', completes: true },
  { ...named('trackDifficulties'), type: 'text', completes: true },
];

/** `/track`, for people who may manage the server or workspace. */
export const TRACK_COMMAND: CommandDefinition = {
  ...commandNamed('track'),
  manage: true,
  subcommands: [
    subcommand('trackAdd', PLAN_OPTIONS),
    subcommand('trackEdit', [track, ...PLAN_OPTIONS]),
    subcommand('trackList', []),
    subcommand('trackPause', [track]),
    subcommand('trackResume', [track]),
    subcommand('trackRemove', [track]),
    subcommand('trackAsk', [track]),
    subcommand('trackReveal', [track]),
  ],
};

function subcommand(
  key: keyof Words['commands'],
  options: readonly OptionDefinition[],
): SubcommandDefinition {
  return { ...named(key), options };
}
