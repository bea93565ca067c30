import { Command, InvalidArgumentError } from 'commander';
import type { Rehearsal, RehearsedRound } from '../app/rehearsal/rehearse.ts';
import { openInspection } from '../db/inspection.ts';
import { type PlacedTrack, tracksByIds } from '../db/tracks.ts';
import { wallText } from '../domain/wall-clock.ts';
import { OperatorError } from '../features/shared/cli/output.ts';
import type { Output } from '../features/shared/cli/terminal.ts';
import { trackNumber } from '../features/track-admin/cli/track-number.ts';
import { countEn } from '../i18n/plural.ts';
import { onStored, settingsOf } from './on-database.ts';
import type { Session } from './session.ts';

interface RehearseOptions {
  readonly days: number;
  readonly json?: true;
}

/** `rehearse`: a track's next posts, drawn and checked, so that a fault shows before its day. */
export function rehearseCommand(session: Session, output: Omit<Output, 'status'>): Command {
  return new Command('rehearse')
    .description('draw a track’s next posts and check whether its platform takes them; posts none')
    .argument('<track>', 'the track’s number; see: track list', trackNumber)
    .option('--days <count>', `how many days ahead, ${MOST_DAYS} at most`, readDays, 7)
    .option('--json', 'for scripts')
    .action(async (id: number, { days, json }: RehearseOptions) => {
      const { placed, rehearsal } = await onStored(session, (url) =>
        run(session, { url, id, days }),
      );
      const faults = faultsIn(rehearsal, placed);
      if (json) output.printJson({ track: id, ...rehearsal, count: faults.length });
      else output.print(linesOf(rehearsal, placed, days).join('\n'));
      if (faults.length > 0) output.fail();
    });
}

const MOST_DAYS = 31;

function readDays(written: string): number {
  const days = Number(written);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${MOST_DAYS}.`);
}

interface Rehearsed {
  readonly placed: PlacedTrack;
  readonly rehearsal: Rehearsal;
}

async function run(
  session: Session,
  { url, id, days }: { readonly url: string; readonly id: number; readonly days: number },
): Promise<Rehearsed> {
  await requireSchema(url);
  const [{ openRehearsal }, { rehearse }] = await Promise.all([
    import('../app/rehearsal/open-rehearsal.ts'),
    import('../app/rehearsal/rehearse.ts'),
  ]);
  const { config, log } = settingsOf(session);
  const { context, close } = await openRehearsal(config, log, url);
  try {
    const [placed] = await tracksByIds(context.db, [id]);
    if (!placed || placed.track.status === 'removed') {
      throw new OperatorError(`There is no track ${id}; see: track list`);
    }
    return { placed, rehearsal: await rehearse(context, placed, days) };
  } finally {
    await close();
  }
}

/** Another command would migrate; this one changes nothing. */
async function requireSchema(url: string): Promise<void> {
  const { lookAtSchema } = await import('../app/doctor/look-at-database.ts');
  const inspection = await openInspection(url);
  try {
    const { standing, says } = await lookAtSchema(inspection);
    if (standing !== 'ok') throw new OperatorError(`The database is not up to date: ${says}`);
  } finally {
    await inspection.close();
  }
}

const faultsIn = ({ faults, rounds }: Rehearsal, { track }: PlacedTrack): readonly string[] => [
  ...(track.status === 'suspended' ? [`is suspended: ${track.suspendedReason}`] : []),
  ...faults,
  ...rounds.flatMap((round) => round.faults),
];

function linesOf(rehearsal: Rehearsal, placed: PlacedTrack, days: number): readonly string[] {
  const { track, workspace } = placed;
  const rounds = countEn(rehearsal.rounds.length, 'question', 'questions');
  const found = faultsIn(rehearsal, placed).length;
  return [
    `Track ${track.id} on ${workspace.platform}: ${rounds} in the next ${countEn(days, 'day', 'days')}`,
    ...(track.status === 'suspended'
      ? [row('FAULT', `it is suspended: ${track.suspendedReason}. Fix: see “doctor”.`)]
      : []),
    ...rehearsal.faults.map((says) => row('FAULT', says)),
    ...rehearsal.warnings.map((says) => row('WARNING', says)),
    ...rehearsal.rounds.flatMap((round) => roundLines(round, track.timezone)),
    ...(rehearsal.rounds.length === 0 && found === 0 ? [row('ok', WHY_NONE)] : []),
    '',
    found === 0 ? 'All of it would be taken.' : countEn(found, 'fault', 'faults'),
  ];
}

const WHY_NONE = 'it is paused, its days are skipped, or its schedule asks later';

function roundLines(round: RehearsedRound, timezone: string): readonly string[] {
  const { question, pages, faults, warnings } = round;
  const about = `${wallText(timezone, round.dueAt)}  ${question}`;
  const problems = [
    ...faults.map((says) => row('FAULT', `${about}: ${says}`)),
    ...warnings.map((says) => row('WARNING', `${about}: ${says}`)),
  ];
  if (problems.length > 0) return problems;
  return [row('ok', `${about}: ${countEn(pages, 'message', 'messages')}`)];
}

const row = (sign: string, says: string): string => `  ${sign.padEnd(7)}  ${says}`;
