import { Command, Option } from 'commander';
import { faultText } from '../cards/track-faults.ts';
import { PLATFORM_NAMES, type PlatformName } from '../chat/place.ts';
import { decksByIds } from '../db/decks.ts';
import type { Track } from '../db/tables.ts';
import { trackById } from '../db/tracks.ts';
import { saveWorkspace } from '../db/workspaces.ts';
import { writeAnswering } from '../domain/answering.ts';
import type { TrackDraft } from '../domain/track-plan.ts';
import { addTrack } from '../study/add-track.ts';
import { answeringOf } from '../study/answering-of.ts';
import { type CheckedTrack, checkTrack } from '../study/check-track.ts';
import type { Context } from '../study/context.ts';
import { editTrack } from '../study/edit-track.ts';
import { pauseTrack } from '../study/pause-track.ts';
import { removeTrack } from '../study/remove-track.ts';
import { resumeTrack } from '../study/resume-track.ts';
import { asOperator } from './operator.ts';
import { OperatorError, print, printJson } from './output.ts';
import { printTracks } from './status.ts';
import { trackNumber } from './track-number.ts';

interface PlanOptions {
  readonly deck?: string;
  readonly cron?: string;
  readonly timezone?: string;
  readonly answering?: string;
  readonly language?: string;
  readonly topics?: string;
  readonly difficulties?: string;
  readonly json?: true;
}

interface AddOptions extends PlanOptions {
  readonly platform: PlatformName;
  readonly workspace: string;
  readonly channel: string;
}

/** `track …`: the same verbs that `/track` uses in chat. */
export function trackCommands(): Command {
  const track = new Command('track').description('add, list, edit, pause, resume, remove tracks');
  withPlan(track.command('add').description('a channel’s programme'))
    .addOption(new Option('--platform <name>').choices(PLATFORM_NAMES).makeOptionMandatory())
    .requiredOption('--workspace <id>', 'the Discord server’s or the Slack team’s id')
    .requiredOption('--channel <id>', 'the channel’s id')
    .action(add);
  track
    .command('list')
    .description('every track')
    .option('--json', 'for scripts')
    .action(printTracks);
  withPlan(track.command('edit').description('change what is given, keep the rest'))
    .argument('<track>', 'its number', trackNumber)
    .action(edit);
  simple(track, 'pause', 'no question comes until it is resumed', pauseTrack);
  simple(track, 'resume', 'start a paused or parked track again', resumeTrack);
  simple(track, 'remove', 'end a track for good', removeTrack);
  return track;
}

function withPlan(command: Command): Command {
  return command
    .option('--deck <names>', 'deck names, separated by commas (default: llm-interview)')
    .option('--cron <schedule>', 'five cron fields, or words such as “weekdays 10:00”')
    .option('--timezone <zone>', 'such as Europe/Berlin (default: UTC)')
    .option('--answering <time>', 'how long a round stays open: 90s, 8h, until-next (the default)')
    .option('--language <code>', 'en (default) or ru')
    .option('--topics <ids>', 'only these topics')
    .option('--difficulties <names>', 'only easy, medium or hard')
    .option('--json', 'for scripts');
}

async function add(options: AddOptions): Promise<void> {
  if (!options.cron) throw new OperatorError('Say when questions come: --cron "0 10 * * 1-5"');
  await asOperator(async ({ core: { context } }) => {
    const { platform, workspace: externalId, channel } = options;
    const draft = {
      decks: options.deck ?? 'llm-interview',
      schedule: options.cron ?? '',
      timezone: options.timezone ?? 'UTC',
      answering: options.answering ?? 'until-next',
      language: options.language ?? 'en',
      topics: options.topics,
      difficulties: options.difficulties,
    };
    const checked = passed(await checkTrack(context, draft));
    const workspace = await saveWorkspace(context.db, { platform, externalId });
    const planned = { workspaceId: workspace.id, channel, plan: checked.plan };
    const added = await addTrack(context, planned);
    if (added.type === 'refused') throw refused(added.faults);
    tell(options.json, `track ${added.track.id} added`, added.track, checked.next);
  });
}

async function edit(id: number, options: PlanOptions): Promise<void> {
  await asOperator(async ({ core: { context } }) => {
    const track = await trackById(context.db, id);
    if (!track || track.status === 'removed') throw unknown(id);
    const draft = await draftOf(context, track, options);
    const checked = passed(await checkTrack(context, draft, track.workspaceId));
    const edited = await editTrack(context, id, checked.plan);
    if (edited.type === 'gone') throw unknown(id);
    if (edited.type === 'refused') throw refused(edited.faults);
    tell(options.json, `track ${id} changed`, edited.track, checked.next);
  });
}

/** The track as it is, with what the operator gave in its place. */
async function draftOf(context: Context, track: Track, given: PlanOptions): Promise<TrackDraft> {
  const decks = await decksByIds(context.db, track.deckIds);
  return {
    decks: given.deck ?? decks.map((deck) => deck.name).join(','),
    schedule: given.cron ?? track.cron,
    timezone: given.timezone ?? track.timezone,
    answering: given.answering ?? writeAnswering(answeringOf(track)),
    language: given.language ?? track.language,
    topics: given.topics ?? track.topics.join(','),
    difficulties: given.difficulties ?? track.difficulties.join(','),
  };
}

type Verb = (context: Context, id: number) => Promise<{ readonly type: string }>;

function simple(parent: Command, name: string, description: string, verb: Verb): void {
  parent
    .command(name)
    .description(description)
    .argument('<track>', 'its number', trackNumber)
    .action(async (id: number) => {
      const { type } = await asOperator(({ core }) => verb(core.context, id));
      if (type === 'gone') throw unknown(id);
      print(`track ${id}: ${type}`);
    });
}

function passed(checked: CheckedTrack): Extract<CheckedTrack, { ok: true }> {
  if (checked.ok) return checked;
  throw refused(checked.faults);
}

function refused(faults: readonly Parameters<typeof faultText>[0][]): OperatorError {
  const lines = faults.map((fault) => `- ${faultText(fault, 'en')}`);
  return new OperatorError(['Nothing was saved:', ...lines].join('\n'));
}

const unknown = (id: number): OperatorError =>
  new OperatorError(`There is no track ${id}. See: track list`);

function tell(json: true | undefined, text: string, track: Track, next: readonly Date[]): void {
  if (json) return printJson({ ...track, next });
  const rounds = next.map((at) => `  ${at.toISOString()}`);
  print([`${text}; the next rounds:`, ...rounds].join('\n'));
}
