import { beforeAll, describe, expect, it } from 'vitest';
import type { TrackReport } from '../../src/study/tracks/track-status.ts';
import { desk, refusal } from './scene.ts';

const here = desk();

interface Status {
  readonly tracks: readonly TrackReport[];
  readonly failedJobs: readonly object[];
}

describe('before there is a track', () => {
  it('status says how to make one', async () => {
    expect(await here.whetstone.ok('status')).toBe(
      'No track yet. See: track add --help, or /track add in a channel.\n\nNo job fails.\n',
    );
    expect(await here.whetstone.json('status', '--json')).toEqual({ tracks: [], failedJobs: [] });
  });
});

describe('a round that no bot has carried out yet', () => {
  let track: string;
  beforeAll(async () => {
    const added = await here.whetstone.json<TrackReport>(
      ...['track', 'add', '--platform', 'slack', '--workspace', 'T1', '--channel', 'C1'],
      ...['--cron', '0 10 * * 1', '--answering', '8h', '--json'],
    );
    track = String(added.track);
  });

  it('is not open, so there is nothing to reveal', async () => {
    expect(await here.whetstone('reveal', track)).toEqual(
      refusal(`track ${track} has no open round.`),
    );
  });

  it('is on its way once it is asked for, and asked for once', async () => {
    expect(await here.whetstone.ok('ask', track)).toBe(`track ${track}: round 1 is on its way\n`);
    expect(await here.whetstone.ok('ask', track)).toBe(
      `track ${track}: a round is on its way already\n`,
    );
  });

  it('stands in the status', async () => {
    const { tracks, failedJobs } = await here.whetstone.json<Status>('status', '--json');
    expect(failedJobs).toEqual([]);
    expect(tracks).toEqual([
      expect.objectContaining({
        track: Number(track),
        status: 'active',
        nextDueAt: expect.stringMatching(/T10:00:00\.000Z$/) as string,
        lastRound: {
          ...{ number: 1, status: 'claimed', openedAt: null, closesAt: null, closedAt: null },
          ...{ answers: 0, late: 0 },
        },
      }),
    ]);
    const [headings, row] = (await here.whetstone.ok('status')).split('\n');
    expect(headings).toMatch(/^TRACK +WHERE +DECK +SCHEDULE +OPEN FOR +LANGUAGE +STATUS +LAST/);
    expect(row).toMatch(/slack T1\/C1 +llm-interview +0 10 \* \* 1 UTC +8h +en +active +1 claimed/);
  });
});
