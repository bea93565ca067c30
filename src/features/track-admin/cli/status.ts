import { Command } from 'commander';
import { wallText } from '../../../domain/wall-clock.ts';
import { countEn } from '../../../i18n/plural.ts';
import type { TroubledJob } from '../../../jobs/troubled.ts';
import { action, type Operator } from '../../shared/cli/operator.ts';
import { table } from '../../shared/cli/output.ts';
import type { RoundReport } from '../newest-rounds.ts';
import { type TrackReport, trackStatus } from '../track-status.ts';
import { notSetUp } from './track-faults.ts';

/** `status`: what the bot has done and will do, and what goes wrong. */
export function statusCommand(operator: Operator): Command {
  return new Command('status')
    .description('last and next round of each track, and jobs that fail, with the reason')
    .option('--json', 'for scripts')
    .action(action(operator, printStatus));
}

async function printStatus(operator: Operator, { json }: { json?: true }): Promise<void> {
  const { tracks, troubled } = await operator.run(async ({ context, queue }) => ({
    tracks: await trackStatus(context),
    troubled: await queue.troubled(),
  }));
  if (json) return operator.printJson({ tracks, failedJobs: troubled });
  operator.print([...tracksText(tracks), ...waitingText(tracks), jobsText(troubled)].join('\n\n'));
}

/** `track list`. */
export async function printTracks(operator: Operator, { json }: { json?: true }): Promise<void> {
  const tracks = await operator.run(({ context }) => trackStatus(context));
  if (json) operator.printJson(tracks);
  else operator.print(tracksText(tracks).join('\n\n'));
}

/** How they stand in a table that a terminal has room for, and in lines below it what is seldom looked at. */
function tracksText(tracks: readonly TrackReport[]): readonly string[] {
  if (tracks.length === 0) {
    return ['No track yet. See: track add --help, or /track add in a channel.'];
  }
  const stand = table(['TRACK', 'WHERE', 'LAST ROUND', 'STATUS'], tracks.map(cells));
  return [stand, ['Plans:', ...tracks.map(planLine)].join('\n'), ...aheadLines(tracks)];
}

function cells(report: TrackReport): readonly string[] {
  const { platform, workspace, channel, timezone, lastRound } = report;
  return [
    String(report.track),
    `${platform} ${workspace}/${channel}`,
    lastRound ? roundText(lastRound, timezone) : '-',
    // At the end, since why a track is suspended may take a while to say.
    statusText(report),
  ];
}

function planLine(report: TrackReport): string {
  const { track, cron, timezone, answering, language, decks, settings } = report;
  const openFor = answering === 'until-next' ? 'until the next' : `for ${answering}`;
  const plan = `${cron} ${timezone}, open ${openFor}, in ${language}, from ${decks.join(', ')}`;
  const set = Object.entries(settings).map(([name, value]) => `${name}: ${value}`);
  return `  track ${track}: ${[plan, ...set].join('; ')}`;
}

/** A track's status, with what the platform said and what could not be done of the newest round. */
function statusText({ status, suspendedReason, suspendedDetail, failed }: TrackReport): string {
  const said = suspendedDetail ? ` (${suspendedDetail})` : '';
  const stands = suspendedReason ? `${status}: ${suspendedReason}${said}` : status;
  return failed && failed.failure !== suspendedDetail
    ? `${stands}; round ${failed.number} failed: ${failed.failure}`
    : stands;
}

function roundText(
  { number, status, answers, late, closesAt }: RoundReport,
  timezone: string,
): string {
  const lateText = late > 0 ? `, ${late} late` : '';
  return `${number} ${status}, ${countEn(answers, 'answer', 'answers')}${lateText}, closes ${instant(closesAt, timezone)}`;
}

const instant = (at: Date | null, timezone: string): string => (at ? wallText(timezone, at) : '-');

/** The next rounds of each track, and the days that are skipped before them. */
function aheadLines(tracks: readonly TrackReport[]): readonly string[] {
  const lines = tracks.filter(({ next }) => next.length > 0).map(aheadLine);
  return lines.length === 0 ? [] : [['Next rounds:', ...lines].join('\n')];
}

function aheadLine({ track, timezone, next, skipped }: TrackReport): string {
  const days = skipped.map(({ from, until, reason }) => {
    const range = from === until ? from : `${from} – ${until}`;
    return reason === '' ? range : `${range} (${reason})`;
  });
  const without = days.length === 0 ? '' : `; skipped: ${days.join(', ')}`;
  return `  track ${track}: ${next.map((at) => instant(at, timezone)).join(', ')}${without}`;
}

/** Why nothing happens although no job fails. */
function waitingText(tracks: readonly TrackReport[]): readonly string[] {
  if (tracks.some(({ waits }) => waits === 'no-bot-runs')) {
    return ['No bot is running: nothing is asked or revealed until one is. Start it: npm start'];
  }
  const stuck = tracks.filter(({ waits }) => waits === 'platform-not-set-up');
  if (stuck.length === 0) return [];
  const lines = stuck.map(({ track, platform }) => `  track ${track}: ${notSetUp(platform)}`);
  return [['Nothing is asked or revealed in:', ...lines].join('\n')];
}

function jobsText(jobs: readonly TroubledJob[]): string {
  if (jobs.length === 0) return 'No job fails.';
  const rows = jobs.map(({ name, data, state, attempts, reason }) => [
    name,
    JSON.stringify(data),
    state === 'retry' ? 'comes again' : 'given up',
    String(attempts),
    reason,
  ]);
  return table(['JOB', 'FOR', 'STATE', 'ATTEMPTS', 'REASON'], rows);
}
