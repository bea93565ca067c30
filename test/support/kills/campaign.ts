import { expect } from 'vitest';
import type { BotProcess } from '../bot-process.ts';
import { type Rig, withRig } from '../rig.ts';
import { untilAllRests, untilRoundsRest, untilRow } from '../settled.ts';
import type { Stage } from '../stage.ts';
import { wrongs } from '../whole-state.ts';
import { callCrowd, type Said } from './crowd.ts';
import { armKiller, type Kill, type Killer } from './killer.ts';

export interface CampaignOptions {
  readonly platform: Stage['name'];
  readonly kills: number;
  /** Rounds side by side, so that one kill finds each at another step. */
  readonly tracks: number;
  /** Where between the first step of a phase and its last the kills begin, from 0 to 1. */
  readonly offset: number;
  /** Waits at the end until the jobs of the dead are done, too, which are noticed after a while. */
  readonly untilJobsRest: boolean;
  /** Told of each kill once the next bot has carried on: a long campaign takes its time. */
  readonly onKill?: (kill: Kill, nth: number) => void;
}

/** What a round goes through; a bot is killed on the way, and a second one carries on. */
const PHASES = ['ask', 'answer', 'reveal'] as const;

type Phase = (typeof PHASES)[number];

/**
 * Kills a bot again and again, each time at another step of a phase, and holds the whole state as soon
 * as the next bot has carried on. Answers where it was killed.
 */
export async function runCampaign(options: CampaignOptions): Promise<readonly Kill[]> {
  return withRig(options.platform, async (rig) => {
    for (let track = 0; track < options.tracks; track++) await rig.addTrack();
    return killAgainAndAgain(rig, options);
  });
}

async function killAgainAndAgain(rig: Rig, options: CampaignOptions): Promise<readonly Kill[]> {
  const spans = new Map(FIRST_GUESS);
  const kills: Kill[] = [];
  const said: Said[] = [];
  let bot = await rig.start();
  for (let turn = 0; kills.length < options.kills; turn++) {
    const phase = PHASES[turn % PHASES.length] ?? 'ask';
    const nth = nextStep(spans.get(phase), kills.length, options);
    const side = turn % 2 === 0 ? 'before' : 'after';
    const { killer, answers } = await goThrough(rig, bot, phase, { nth, side });
    if (killer.kill) {
      kills.push(killer.kill);
      bot = await rig.start();
    } else {
      spans.set(phase, killer.steps);
    }
    // What the one did not hear, the other does.
    said.push(...(await answers));
    await holdAll(rig, said, `after ${JSON.stringify({ phase, nth, kill: killer.kill })}`);
    if (killer.kill) options.onKill?.(killer.kill, kills.length);
  }
  if (options.untilJobsRest) await untilAllRests(rig.db);
  await holdAll(rig, said, 'at the end');
  return kills;
}

/** Steps of a phase, until one that was not killed tells how many there are with these tracks. */
const FIRST_GUESS: readonly (readonly [Phase, number])[] = [
  ['ask', 30],
  ['answer', 26],
  ['reveal', 28],
];

/** Evenly over all steps of a phase. */
function nextStep(span = 1, done: number, options: CampaignOptions): number {
  return 1 + Math.floor(span * ((options.offset + done * GOLDEN) % 1));
}

/** Multiples of it, modulo 1, fill a stretch evenly however many are taken. */
const GOLDEN = 0.618_033_988_75;

/** Ends when the bot was killed, or when the phase is over. */
async function goThrough(
  rig: Rig,
  bot: BotProcess,
  phase: Phase,
  { nth, side }: { readonly nth: number; readonly side: Kill['side'] },
): Promise<{ readonly killer: Killer; readonly answers: Promise<readonly Said[]> }> {
  const crowd = phase === 'answer' ? await callCrowd(rig.stage, await openRounds(rig)) : undefined;
  const killer = armKiller(rig, bot, { nth, side });
  const answers = crowd?.answer() ?? Promise.resolve([]);
  if (phase === 'ask') await rig.due();
  if (phase === 'reveal') await rig.closeRounds();
  const ended = await Promise.race([
    bot.exit.then(() => 'killed'),
    untilRoundsRest(rig.db).then(() => answers),
  ]);
  killer.disarm();
  if (ended === 'killed') expect(killer.kill, 'the bot ended by itself').toBeDefined();
  // Killed at its very last step, it may still be on its way out.
  if (killer.kill) await bot.exit;
  return { killer, answers };
}

/** With their channels. */
export async function openRounds({ db }: Rig) {
  return db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .selectAll('rounds')
    .select('tracks.channel')
    .where('rounds.status', '=', 'open')
    .orderBy('rounds.id')
    .execute();
}

/** Waits until all answers are there, and holds them and the whole state. */
export async function holdAll(rig: Rig, said: readonly Said[], when: string): Promise<void> {
  await untilRoundsRest(rig.db);
  await untilRow(
    async () => (await lostAnswers(rig, said)).length === 0,
    async () => `${when}: lost ${JSON.stringify(await lostAnswers(rig, said))}`,
  );
  expect(await doubledAnswers(rig), when).toEqual([]);
  expect(await wrongs(rig.db, rig.stage), when).toEqual([]);
}

/** What somebody was told is saved, or wrote in time in a thread, and is not there. */
async function lostAnswers({ db }: Rig, said: readonly Said[]): Promise<readonly Said[]> {
  const rows = await db.selectFrom('answers').select(['roundId', 'text']).execute();
  const kept = new Set(rows.map(({ roundId, text }) => `${roundId} ${text}`));
  return said.filter(
    ({ round, text, by, told }) => (by === 'thread' || told) && !kept.has(`${round} ${text}`),
  );
}

async function doubledAnswers({ db }: Rig): Promise<readonly object[]> {
  return db
    .selectFrom('answers')
    .select((eb) => ['roundId', 'memberId', eb.fn.countAll<string>().as('count')])
    .groupBy(['roundId', 'memberId'])
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute();
}
