import { describe, expect, it } from 'vitest';
import { JOB_NAMES } from '../../src/app/runtime.ts';
import { databaseClock } from '../../src/db/clock.ts';
import type { Track } from '../../src/db/tables.ts';
import { DAY_MS } from '../../src/domain/day.ts';
import { digestJob } from '../../src/features/digest/claim-digests.ts';
import { withDigests } from '../../src/features/digest/digests.ts';
import { memberNudgeJob } from '../../src/features/nudge/claim-member-nudges.ts';
import { nudgeJob } from '../../src/features/nudge/claim-nudges.ts';
import { startMemberNudge } from '../../src/features/nudge/member-nudges.ts';
import { saveNudge } from '../../src/features/nudge/nudges.ts';
import { createQueue } from '../../src/jobs/queue.ts';
import { openRounds } from '../support/kills/campaign.ts';
import { callCrowd } from '../support/kills/crowd.ts';
import { armKiller } from '../support/kills/killer.ts';
import { type Rig, withRig } from '../support/rig.ts';
import { untilAllRests, untilRoundsRest } from '../support/settled.ts';
import { wrongs } from '../support/whole-state.ts';

/** A post to a channel, a thread or a person. */
const POST = /^POST .*(\/messages|\/chat\.postMessage)$/;

/** A nudge in the round's thread, a private one to Ann, and the digest. */
const NOTICES = 3;

/** A round that Ann and Bob answered, and one that is open for another hour. */
async function playTwoRounds(rig: Rig): Promise<void> {
  await rig.due();
  await untilRoundsRest(rig.db);
  const crowd = await callCrowd(rig.stage, await openRounds(rig));
  await crowd.answer();
  await rig.closeRounds();
  await untilRoundsRest(rig.db);
  await rig.due();
  await untilAllRests(rig.db);
}

/** All three at once, as if their time had come on a Monday, an hour before a deadline. */
async function claimNotices(rig: Rig, { id: trackId, cron, timezone }: Track): Promise<void> {
  const { db, databaseUrl: url } = rig;
  const [round] = await openRounds(rig);
  const ann = db.selectFrom('members').select('id').where('name', '=', 'Ann');
  const { id: memberId } = await ann.executeTakeFirstOrThrow();
  const roundId = round!.id;
  await saveNudge(db, { trackId, beforeSeconds: 3600 });
  await startMemberNudge(db, memberId);
  const dueAt = await databaseClock.now(db);
  const digest = { trackId, cron, timezone, every: 'week', minute: null } as const;
  const inAWeek = new Date(dueAt.getTime() + 7 * DAY_MS);
  await withDigests(db)
    .insertInto('trackDigests')
    .values({ ...digest, dueAt: inAWeek })
    .execute();
  const onError = (error: Error): void => expect.fail(String(error));
  const queue = createQueue({
    ...{ url, names: JOB_NAMES, idle: true, onError },
    onFailure: (name) => expect.fail(name),
  });
  await queue.start();
  await db.transaction().execute(async (tx) => {
    await queue.enqueue(tx, nudgeJob, { roundId });
    await queue.enqueue(tx, memberNudgeJob, { roundId, memberId });
    await queue.enqueue(tx, digestJob, { trackId, period: round!.week, dueAt: dueAt.getTime() });
  });
  await queue.stop(0);
}

describe.concurrent.each(['discord', 'slack'] as const)('a bot on %s', (platform) => {
  it(
    'that is killed with a digest and both nudges posted, and none on record, is carried on: each stands once',
    { timeout: 180_000 },
    async () => {
      await withRig(platform, async (rig) => {
        const track = await rig.addTrack();
        const bot = await rig.start();
        await playTwoRounds(rig);
        rig.stage.faults.swallowPostAnswers(NOTICES);
        const killer = armKiller(rig, bot, { nth: NOTICES, side: 'after', step: POST });
        await claimNotices(rig, track);
        await bot.exit;
        killer.disarm();
        expect(killer.kill?.step).toMatch(POST);
        await rig.start();
        await untilAllRests(rig.db);
        const inChannel = rig.stage.channelMessages();
        const inThread = rig.stage.threadMessages(inChannel[1]!);
        const told = rig.stage.person('Ann').told();
        const posts = [...inChannel, ...inThread, ...told].map(({ text }) => text);
        const count = (words: string) => posts.filter((text) => text.includes(words)).length;
        expect(['The past week:', 'This round closes', 'Question 2 closes'].map(count)).toEqual([
          1, 1, 1,
        ]);
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      });
    },
  );
});
