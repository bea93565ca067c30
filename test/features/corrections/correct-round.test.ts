import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  countLateAnswer,
  makeRoundVoid,
  takeBackCorrection,
} from '../../../src/features/corrections/correct-round.ts';
import { tellCorrection } from '../../../src/features/corrections/tell-correction.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { forgetMember } from '../../../src/features/privacy/forget-member.ts';
import { readBoard, streakOf } from '../../../src/features/standings/boards.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN = { id: 'ann', name: 'Ann' };
const MIA = { id: 'mia', name: 'Mia' };

let platform: QuietPlatform;
let scene: Scene;
beforeEach(async () => {
  platform = quietPlatform();
  scene = await openScene(platform);
});
afterEach(() => scene.close());

const idOf = async (who: typeof ANN): Promise<number> => (await scene.member(who))?.id ?? -1;

async function standing() {
  const { db } = scene.world.context;
  const trackId = scene.track.id;
  const memberId = await idOf(ANN);
  const streak = await streakOf(db, trackId, memberId);
  const wish = { memberId, page: 1 };
  const { own: row } = await readBoard(db, { trackId, period: 'all' }, wish);
  return [streak?.current, row?.points ?? 0];
}

/** Ann answers the first and the third round in time, and the second one late. */
async function playThree(): Promise<void> {
  const first = await scene.ask();
  await scene.form(ANN, first, 'In time.');
  await scene.form(MIA, first, 'In time.');
  await scene.reveal(first);
  const second = await scene.ask();
  await scene.reveal(second);
  await scene.form(ANN, second, 'Late.');
  const third = await scene.ask();
  await scene.form(ANN, third, 'In time.');
  await scene.reveal(third);
}

const about = async (round: number) => ({
  ...{ trackId: scene.track.id, round, reason: ' The link was broken. ' },
  by: await idOf(MIA),
});

const refused = (fault: string) => ({ type: 'refused', fault });

it('counts a late answer once, and no more once that is taken back', async () => {
  const { context } = scene.world;
  await playThree();
  expect(await standing()).toEqual([1, 2]);
  const late = { ...(await about(2)), memberId: await idOf(ANN) };
  const both = await Promise.all([countLateAnswer(context, late), countLateAnswer(context, late)]);
  expect(both).toContainEqual({ type: 'corrected' });
  expect(both).toContainEqual(refused('already'));
  expect(await standing()).toEqual([3, 3]);
  expect(await takeBackCorrection(context, late)).toEqual({ type: 'corrected' });
  expect(await standing()).toEqual([1, 2]);
  expect(await takeBackCorrection(context, late)).toEqual(refused('nothing-to-undo'));
});

it('makes a round count for nobody, and tells its thread, by no name', async () => {
  const { context } = scene.world;
  await playThree();
  expect(await makeRoundVoid(context, await about(1))).toEqual({ type: 'corrected' });
  expect(await standing()).toEqual([1, 1]);
  expect(await makeRoundVoid(context, await about(2))).toEqual({ type: 'corrected' });
  for (const { name, data } of await scene.world.takeJobs()) {
    if (name !== 'tell-correction') continue;
    await tellCorrection(context, (data as { correctionId: number }).correctionId);
  }
  const told = platform.posts.map(({ text }) => text).filter((text) => text.includes('counts for'));
  expect(told).toEqual([
    'Round 1 counts for nobody: no points, and no streak grows or ends by it. The reason: “The link was broken.”.',
    'Round 2 counts for nobody: no points, and no streak grows or ends by it. The reason: “The link was broken.”.',
  ]);
  await takeBackCorrection(context, { ...(await about(1)), memberId: null });
  expect(await standing()).toEqual([2, 2]);
});

it('refuses what there is nothing to correct of', async () => {
  const { context } = scene.world;
  await playThree();
  const open = await scene.ask();
  const [ann, mia] = [await idOf(ANN), await idOf(MIA)];
  const count = async (round: number, memberId: number) =>
    countLateAnswer(context, { ...(await about(round)), memberId });
  expect(await makeRoundVoid(context, await about(9))).toEqual(refused('round-unknown'));
  expect(await makeRoundVoid(context, await about(open.number))).toEqual(refused('not-closed'));
  expect(await count(3, ann)).toEqual(refused('in-time'));
  expect(await count(2, mia)).toEqual(refused('no-answer'));
  const nothing = { ...(await about(2)), reason: ' ' };
  expect(await makeRoundVoid(context, nothing)).toEqual(refused('reason-empty'));
  const long = { ...nothing, reason: 'x'.repeat(301) };
  expect(await makeRoundVoid(context, long)).toEqual(refused('reason-too-long'));
  const gone = { ...(await about(2)), trackId: 4711 };
  expect(await makeRoundVoid(context, gone)).toEqual(refused('track-gone'));
});

it('goes with the member whom it is about, and forgets who made it', async () => {
  const { context } = scene.world;
  await playThree();
  const ann = await idOf(ANN);
  await countLateAnswer(context, { ...(await about(2)), memberId: ann });
  await makeRoundVoid(context, await about(1));
  const round = { track: scene.track.id, reason: 'The link was broken.', takenBack: false };
  expect(await exportMember(context, ann)).toMatchObject({
    corrections: [{ ...round, round: 2, type: 'count-late' }],
    correctionsMade: [],
  });
  expect(await exportMember(context, await idOf(MIA))).toMatchObject({
    corrections: [],
    correctionsMade: [{ round: 2 }, { round: 1, type: 'void' }],
  });
  await forgetMember(context, await idOf(MIA));
  await forgetMember(context, ann);
  const left = await context.db
    .selectFrom('corrections')
    .select(['type', 'madeBy', 'reason'])
    .execute();
  expect(left).toEqual([{ type: 'void', madeBy: null, reason: round.reason }]);
});

it('is told in an export as taken back, whoever did that', async () => {
  const { context } = scene.world;
  await playThree();
  await makeRoundVoid(context, await about(1));
  await takeBackCorrection(context, { ...(await about(1)), memberId: null, by: null });
  expect(await exportMember(context, await idOf(MIA))).toMatchObject({
    correctionsMade: [{ round: 1, type: 'void', takesBack: false, takenBack: true }],
  });
});
