import { describe, expect, it } from 'vitest';
import { runCampaign } from '../support/kills/campaign.ts';
import type { Kill } from '../support/kills/killer.ts';

/** What a round cannot go without, each of which a bot has to be killed at. */
const STEPS = [
  'pg_try_advisory_lock',
  'insert into rounds',
  'insert into whetstone_jobs.job_common',
  'insert into deliveries',
  'update deliveries set',
  'update rounds set',
  'insert into answers',
  'commit',
];

/** The posts themselves. */
const POSTS = /^(POST|PATCH) .*(message|postMessage)/i;

const hits = new Map<string, number>();

const note = ({ step, side }: Kill): void => {
  const name = `${side} ${step}`;
  hits.set(name, (hits.get(name) ?? 0) + 1);
};

describe.concurrent('a bot killed fifty times', () => {
  it.for([
    { platform: 'discord', offset: 0 },
    { platform: 'discord', offset: 0.5 },
    { platform: 'slack', offset: 0 },
    { platform: 'slack', offset: 0.5 },
  ] as const)('is carried on each time: $platform, from $offset on', async (campaign) => {
    const about = `${campaign.platform} from ${campaign.offset}`;
    const onKill = (kill: Kill, nth: number): void => {
      note(kill);
      process.stdout.write(`${about}: kill ${nth}, ${kill.side} ${kill.step}\n`);
    };
    const common = { kills: 50, tracks: 2, untilJobsRest: true, onKill };
    expect(await runCampaign({ ...campaign, ...common })).toHaveLength(50);
  });
});

it('was killed at every step that writes, two hundred times in all', () => {
  const killed = [...hits].sort(([, a], [, b]) => b - a);
  process.stdout.write(`${killed.map(([step, times]) => `${times} × ${step}`).join('\n')}\n`);
  const steps = killed.flatMap(([step]) => step.replace(/^(before|after) /, '').split(', '));
  expect(STEPS.filter((step) => !steps.includes(step))).toEqual([]);
  expect(steps.some((step) => POSTS.test(step))).toBe(true);
  expect(killed.reduce((sum, [, times]) => sum + times, 0)).toBe(200);
});
