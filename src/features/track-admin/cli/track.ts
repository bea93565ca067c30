import { Command } from 'commander';
import { PLATFORM_NAMES } from '../../../chat/place.ts';
import { action, type Operator } from '../../shared/cli/operator.ts';
import { printTracks } from './status.ts';
import { trackNumber } from './track-number.ts';
import { addPlanned, editPlanned, NEW_TRACK } from './track-plan.ts';
import { skipFromCli } from './track-skip.ts';
import { pauseFromCli, removeFromCli, resumeFromCli } from './track-steer.ts';

/** `track …`: the same verbs that `/track` uses in chat. */
export function trackCommand(operator: Operator): Command {
  const track = new Command('track').description('add, list, edit, pause, resume, remove tracks');
  withSettings(
    withPlan(track.command('add').description('a channel’s programme'), NEW_TRACK),
    operator,
  )
    .option('--platform <name>', PLATFORM_NAMES.join(', '))
    .option('--workspace <id>', 'the Discord server’s or the Slack team’s id')
    .option('--channel <id>', 'the channel’s id')
    .action(action(operator, addPlanned));
  track
    .command('list')
    .description('every track')
    .option('--json', 'for scripts')
    .action(action(operator, printTracks));
  const edit = track.command('edit').description('change what is given, keep the rest');
  ofOne(withSettings(withPlan(edit), operator)).action(action(operator, editPlanned));
  const one = (name: string, description: string) =>
    ofOne(track.command(name).description(description));
  one('pause', 'no question comes until it is resumed')
    .option('--until <day>', 'it goes on by itself on that day: 2026-12-24, tomorrow')
    .action(action(operator, pauseFromCli));
  one('resume', 'start a paused or suspended track again').action(action(operator, resumeFromCli));
  one('skip', 'days on which no question comes; tells them all')
    .argument('[days...]', '2026-12-24, or “2026-12-24 – 2027-01-08 New Year”')
    .option('--replace', 'skip these days alone, and no others that were given before')
    .action(action(operator, skipFromCli));
  one('remove', 'end a track for good')
    .option('--yes', 'do not ask first')
    .action(action(operator, removeFromCli));
  return track;
}

/** @param defaults Of a new track; an edited one keeps what is not given. */
function withPlan(command: Command, defaults?: typeof NEW_TRACK): Command {
  const or = (value: string | undefined): string =>
    value === undefined ? '' : ` (default: ${value})`;
  return command
    .option('--deck <names>', `deck names, separated by commas${or(defaults?.decks)}`)
    .option(
      '--cron <schedule>',
      'five cron fields, or words: “weekdays 10:00”, “every second Monday at 10”',
    )
    .option('--timezone <zone>', `such as Europe/Berlin${or(defaults?.timezone)}`)
    .option(
      '--answering <time>',
      `how long a round stays open: 90s, 8h, until-next${or(defaults?.answering)}`,
    )
    .option('--language <code>', `en or ru${or(defaults?.language)}`)
    .option('--topics <ids>', 'only these topics')
    .option('--difficulties <names>', 'only easy, medium or hard')
    .option('--json', 'for scripts');
}

function withSettings(command: Command, { trackSettings }: Operator): Command {
  for (const { flags, does } of trackSettings.flatMap(({ options }) => options)) {
    command.option(flags, does);
  }
  return command;
}

const ofOne = (command: Command): Command => command.argument('<track>', 'its number', trackNumber);
