import { orNone } from '../../db/or-none.ts';
import { runRaw } from '../../db/raw-statement.ts';
import type { Round } from '../../db/tables.ts';
import { wallText } from '../../domain/wall-clock.ts';
import { countEn } from '../../i18n/plural.ts';
import { findTroubled, type TroubledJob } from '../../jobs/troubled.ts';
import type { TrackLook } from '../open-look.ts';
import { JOB_NAMES } from '../runtime.ts';
import { fault, type Finding, type Findings, ok, warning } from './finding.ts';

/** What fails, and for which track. */
export async function* lookAtJobs(context: TrackLook): Findings {
  const jobs = await troubled(context);
  const aboutOf = await findAbout(context, jobs);
  const open = jobs.filter(({ state, data }) => state === 'retry' || !isOver(aboutOf(data)));
  for (const job of open) yield jobFinding(job, aboutOf(job.data));
  if (open.length === 0) yield ok('jobs', 'none fails');
}

const troubled = ({ db }: TrackLook): Promise<readonly TroubledJob[]> =>
  findTroubled(runRaw(db), JOB_NAMES);

/** A track, and its round where there is one. */
interface About extends Partial<Pick<Round, 'id' | 'number' | 'status'>> {
  readonly track: number;
  readonly timezone: string;
}

/** Tells what a job is about, where its data name that. */
async function findAbout(
  { db }: TrackLook,
  jobs: readonly TroubledJob[],
): Promise<(data: object) => About | undefined> {
  const named = (name: 'roundId' | 'trackId') => orNone(jobs.map(({ data }) => idIn(data, name)));
  const rounds = await db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .select(['rounds.id', 'rounds.number', 'rounds.status', 'tracks.id as track'])
    .select('tracks.timezone')
    .where('rounds.id', 'in', named('roundId'))
    .execute();
  const tracks = await db
    .selectFrom('tracks')
    .select(['id as track', 'timezone'])
    .where('id', 'in', named('trackId'))
    .execute();
  return (data) =>
    rounds.find(({ id }) => id === idIn(data, 'roundId')) ??
    tracks.find(({ track }) => track === idIn(data, 'trackId'));
}

const idIn = (data: object, name: 'roundId' | 'trackId'): number => {
  const id = (data as Readonly<Record<string, unknown>>)[name];
  return typeof id === 'number' ? id : -1;
};

/** Nothing is owed any more of what was given up. */
const isOver = (about: About | undefined): boolean =>
  about?.status === 'revealed' || about?.status === 'void';

function jobFinding({ name, state, attempts, reason, since }: TroubledJob, about?: About): Finding {
  const at = about ? wallText(about.timezone, since) : since.toISOString();
  const says = `${countEn(attempts, 'attempt', 'attempts')} since ${at}: ${reason}`;
  const whose = about ? `${aboutText(about)}: ` : '';
  if (state === 'retry') {
    return warning(
      `job ${name}`,
      `${whose}comes again by itself; ${says}. Fix: see to that if it goes on.`,
    );
  }
  const fix =
    about?.number === undefined
      ? 'see to that; “status” tells of others.'
      : 'see to that, and start the bot again: it does what its rounds still owe.';
  return fault(`job ${name}`, `${whose}given up after ${says}. Fix: ${fix}`);
}

const aboutText = ({ track, number }: About): string =>
  number === undefined ? `track ${track}` : `track ${track}, round ${number}`;

/** What is asked or revealed later than this is late: it takes seconds. */
const LATE_MS = 60_000;

interface LateRound {
  readonly id: number;
  readonly number: number;
  readonly track: number;
  readonly timezone: string;
  readonly owed: 'question' | 'answer';
  readonly since: Date;
}

/** What is late although nothing fails: its job was put off, or nobody does it. */
export async function* lookAtLateRounds(context: TrackLook): Findings {
  const late = await lateRounds(context);
  if (late.length === 0) return;
  const failing = (await troubled(context)).map(({ data }) => idIn(data, 'roundId'));
  yield* late.filter(({ id }) => !failing.includes(id)).map(lateFinding);
}

async function lateRounds({ db, clock }: TrackLook): Promise<readonly LateRound[]> {
  const before = new Date((await clock.now(db)).getTime() - LATE_MS);
  const rounds = await db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .select(['rounds.id', 'rounds.number', 'rounds.status', 'rounds.dueAt', 'rounds.closesAt'])
    .select(['tracks.id as track', 'tracks.timezone'])
    // What a suspended track owes waits until it is resumed.
    .where('tracks.status', 'in', ['active', 'paused'])
    .where((eb) =>
      eb.or([
        eb.and([eb('rounds.status', '=', 'claimed'), eb('rounds.dueAt', '<', before)]),
        eb.and([eb('rounds.status', 'in', ['open', 'closed']), eb('rounds.closesAt', '<', before)]),
      ]),
    )
    .orderBy('rounds.id')
    .execute();
  return rounds.map(({ status, dueAt, closesAt, ...round }) =>
    status === 'claimed'
      ? { ...round, owed: 'question', since: dueAt }
      : { ...round, owed: 'answer', since: closesAt ?? dueAt },
  );
}

const lateFinding = ({ number, track, timezone, owed, since }: LateRound): Finding =>
  warning(
    `track ${track}`,
    `round ${number}: its ${owed} is late, since ${wallText(timezone, since)}; no job fails. Fix: see in the log ` +
      'what it was put off for, and that a bot runs.',
  );
