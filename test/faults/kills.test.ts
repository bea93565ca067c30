import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCampaign } from '../support/kills/campaign.ts';

/** The short form; `npm run test:faults` kills two hundred times. */
describe.concurrent('a bot killed at any step', () => {
  it.for([
    { platform: 'discord', offset: 0.1, kills: 3 },
    { platform: 'discord', offset: 0.4, kills: 2 },
    { platform: 'slack', offset: 0.2, kills: 3 },
    { platform: 'slack', offset: 0.5, kills: 2 },
  ] as const)(
    'is carried on by the next one: $platform, from $offset on',
    { timeout: 180_000 },
    async (campaign) => {
      const home = await mkdtemp(join(tmpdir(), 'whetstone-kills-'));
      const options = { ...campaign, home, tracks: 2, untilJobsRest: false };
      const kills = await runCampaign(options).finally(() => rm(home, { recursive: true }));
      expect(kills).toHaveLength(campaign.kills);
    },
  );
});
