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
    { timeout: 180_000, retry: 0 },
    async (campaign) => {
      const kills = await runCampaign({ ...campaign, tracks: 2, untilJobsRest: false });
      expect(kills).toHaveLength(campaign.kills);
    },
  );
});
