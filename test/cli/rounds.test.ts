import { beforeAll, describe, expect, it } from 'vitest';
import type { PlatformName } from '../../src/chat/place.ts';
import { connect } from '../../src/db/connect.ts';
import { insertProcess } from '../../src/db/processes.ts';
import type { TrackReport } from '../../src/features/track-admin/track-status.ts';
import { openSlackStage } from '../support/slack/stage.ts';
import { desk, placeOf, refusal } from './scene.ts';

const here = desk(() => openSlackStage());

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
      ...['track', 'add', ...placeOf(here.stage('slack'))],
      ...['--cron', '0 10 * * 1', '--answering', '8h', '--json'],
    );
    track = String(added.track);
  });

  it('is not open, so there is nothing to reveal', async () => {
    expect(await here.whetstone('reveal', track)).toEqual(
      refusal(`track ${track} has no open round.`),
    );
  });

  it('waits for a bot once it is asked for, and is asked for once', async () => {
    const waits = 'posted as soon as a bot runs; none does now. Start one: npm start';
    expect(await here.whetstone.ok('ask', track)).toBe(`track ${track}: round 1 is ${waits}\n`);
    expect(await here.whetstone.ok('ask', track)).toBe(
      `track ${track}: a round was asked for already; it is ${waits}\n`,
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
    const said = await here.whetstone.ok('status');
    const [headings, row] = said.split('\n');
    expect(headings).toMatch(/^TRACK +WHERE +LAST ROUND +STATUS$/);
    const { workspace, channel } = here.stage('slack');
    expect(row?.replace(`${workspace}/${channel}`, 'T1/C1')).toMatch(
      /slack T1\/C1 +1 claimed, 0 answers, closes - +active$/,
    );
    expect(said).toContain(
      `\n\nPlans:\n  track ${track}: 0 10 * * 1 UTC, open for 8h, in en, from llm-interview\n\nNext rounds:`,
    );
  });

  it('has another one beside it once it is open only where that is said, and is named then', async () => {
    await openAll();
    expect(await here.whetstone('ask', track)).toEqual(
      refusal(
        `track ${track}: round 1 is still open, so nothing was asked. ` +
          `Close it first: reveal ${track}. Or ask another one beside it: ask ${track} --beside`,
      ),
    );
    const beside = await here.whetstone.ok('ask', track, '--beside');
    expect(beside).toContain(`track ${track}: round 2 is posted as soon as`);
    await openAll();
    const revealed = await here.whetstone.ok('reveal', track);
    expect(revealed).toContain(`track ${track}: round 2 is closed`);
    expect(revealed).toMatch(/\nstill open: 1\n$/);
  });

  /** As a bot does once they are posted. */
  async function openAll(): Promise<void> {
    const { db, close } = connect(here.database.url, { onError: () => undefined });
    await db.updateTable('rounds').set({ status: 'open', openedAt: new Date() }).execute();
    await close();
  }
});

describe('a track whose platform no running bot has', () => {
  /** As if a bot ran that has these platforms, however slow the commands are. */
  async function running(...platforms: PlatformName[]): Promise<void> {
    const { db, close } = connect(here.database.url, { onError: () => undefined });
    await db.deleteFrom('processes').execute();
    const seenAt = new Date(Date.now() + 3_600_000);
    await insertProcess(db, { platforms, isWorker: true, seenAt }, new Date(0));
    await close();
  }

  it('is asked nothing, and the status says why', async () => {
    const [{ track }] = await here.whetstone.json<[TrackReport]>('track', 'list', '--json');
    expect(await here.whetstone.ok('status')).toContain(
      'No bot is running: nothing is asked or revealed until one is. Start it: npm start',
    );
    const reason =
      'Slack is not set up. Put its token in .env, as docs/slack.md says, and start the bot again.';
    await running('discord', 'playground');
    expect(await here.whetstone('ask', String(track))).toEqual(
      refusal(`Nothing is asked: ${reason}`),
    );
    expect(await here.whetstone.ok('status')).toContain(
      `Nothing is asked or revealed in:\n  track ${track}: ${reason}`,
    );
    const { tracks } = await here.whetstone.json<Status>('status', '--json');
    expect(tracks).toMatchObject([{ track, waits: 'platform-not-set-up' }]);
    await running('slack');
    expect(await here.whetstone.ok('status')).not.toContain('Nothing is asked or revealed');
  });
});
