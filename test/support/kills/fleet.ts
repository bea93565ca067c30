import { expect } from 'vitest';
import { type BotProcess, startBotProcess } from '../bot-process.ts';
import { type Rig, withRig } from '../rig.ts';
import { untilAllRests, untilRoundsRest } from '../settled.ts';
import type { Person } from '../stage.ts';
import { holdAll, openRounds } from './campaign.ts';
import { callCrowd, type Said } from './crowd.ts';

/** Which process does what, and when in a round it is killed. */
export const FLEET = [
  { WHETSTONE_ROLES: 'gateway', DISCORD_SHARDS: '0/2', killedAt: 'answer' },
  { WHETSTONE_ROLES: 'gateway', DISCORD_SHARDS: '1/2', killedAt: 'answer' },
  { WHETSTONE_ROLES: 'worker', killedAt: 'ask' },
  { WHETSTONE_ROLES: 'worker', killedAt: 'reveal' },
  { WHETSTONE_ROLES: 'web', killedAt: 'answer' },
] as const;

const TRACKS = 2;

export type FleetMember = (typeof FLEET)[number];

/**
 * Lets the processes ask, take answers and reveal, a round of every track for each of `deaths`: who is killed in it
 * and replaced. Holds the whole state after each.
 */
export async function runFleet(deaths: readonly (readonly FleetMember[])[]): Promise<void> {
  await withRig('discord', async (rig) => {
    const running = new Map(FLEET.map((member) => [member, startMember(rig, member)]));
    try {
      for (let track = 0; track < TRACKS; track++) await rig.addTrack();
      await untilReady([...running]);
      const people = [rig.stage.person('Ann'), rig.stage.person('Bob')] as const;
      const said: Said[] = [];
      for (const dying of deaths) said.push(...(await playRound({ rig, running, people }, dying)));
      await untilAllRests(rig.db);
      await holdAll(rig, said, 'at the end');
      await everyRoundCounted(rig, deaths.length);
    } finally {
      await Promise.all([...running.values()].map((process) => process.end()));
    }
  });
}

const startMember = ({ settings }: Rig, { killedAt: _, ...roles }: FleetMember): BotProcess =>
  startBotProcess({ ...settings, ...roles });

async function untilReady(members: readonly (readonly [FleetMember, BotProcess])[]): Promise<void> {
  for (const [{ WHETSTONE_ROLES: role }, process] of members) {
    if (role === 'gateway') await process.ready();
    else await process.line(({ msg }) => msg === 'Whetstone is running.');
  }
}

interface Scene {
  readonly rig: Rig;
  readonly running: Map<FleetMember, BotProcess>;
  readonly people: readonly [Person, Person];
}

/** From the questions to the reveals. */
async function playRound(
  { rig, running, people }: Scene,
  dying: readonly FleetMember[],
): Promise<readonly Said[]> {
  const killAt = async (step: FleetMember['killedAt']): Promise<void> => {
    const victims = dying.filter(({ killedAt }) => killedAt === step);
    const replace = async (victim: FleetMember): Promise<void> => {
      await running.get(victim)?.end();
      running.set(victim, startMember(rig, victim));
    };
    await Promise.all(victims.map(replace));
  };
  await rig.due();
  await killAt('ask');
  await untilRoundsRest(rig.db);
  const crowd = await callCrowd(rig.stage, await openRounds(rig), people);
  const [said] = await Promise.all([crowd.answer(), killAt('answer')]);
  await untilReady([...running]);
  await holdAll(rig, said, `after the death of ${JSON.stringify(dying)}`);
  await rig.closeRounds();
  await killAt('reveal');
  await untilRoundsRest(rig.db);
  return said;
}

/** Who replied in each thread has an unbroken streak in every track, and no round was closed before its deadline. */
async function everyRoundCounted({ db }: Rig, played: number): Promise<void> {
  const streaks = await db
    .selectFrom('streaks')
    .innerJoin('members', 'members.id', 'streaks.memberId')
    .where('members.name', '=', 'Bob')
    .select('streaks.current')
    .execute();
  expect(streaks).toEqual(Array.from({ length: TRACKS }, () => ({ current: played })));
  const rounds = await db.selectFrom('rounds').select(['status', 'closesAt', 'closedAt']).execute();
  expect(rounds).toHaveLength(TRACKS * played);
  for (const { status, closesAt, closedAt } of rounds) {
    expect(status).toBe('revealed');
    expect(closedAt!.getTime()).toBeGreaterThanOrEqual(closesAt!.getTime());
  }
}
