import { saveMember } from '../../../../src/db/members.ts';
import type { Round } from '../../../../src/db/tables.ts';
import {
  type Corrected,
  countLateAnswer,
  makeRoundVoid,
  takeBackCorrection,
} from '../../../../src/features/corrections/correct-round.ts';
import { type History, profileOf, roundsOf } from './history.ts';

/** Two managers at once decide on the so-manieth round, or take back what was decided. */
export type CorrectionStep =
  | { readonly type: 'void' | 'unvoid'; readonly back: number }
  | { readonly type: 'count' | 'uncount'; readonly back: number; readonly member: number };

/** Whatever two managers do at once, it is done once. */
export async function correct(history: History, step: CorrectionStep): Promise<void> {
  const round = (await roundsOf(history)).at(-1 - step.back);
  if (!round) return;
  const decide = await decisionOf(history, step, round);
  const both = await Promise.all([decide(), decide()]);
  const done = both.filter(({ type }) => type === 'corrected').length;
  if (done > 1) throw new Error('a correction was made twice');
  if (done === 0) return;
  const { corrections } = history;
  const key = 'member' in step ? `${round.id}:${step.member}` : '';
  if (step.type === 'void') corrections.void.add(round.id);
  if (step.type === 'unvoid') corrections.void.delete(round.id);
  if (step.type === 'count') corrections.counted.add(key);
  if (step.type === 'uncount') corrections.counted.delete(key);
}

async function decisionOf(
  { world: { context }, track }: History,
  step: CorrectionStep,
  { number: round }: Round,
): Promise<() => Promise<Corrected>> {
  const about = { trackId: track.id, round, reason: 'because', by: null };
  if (step.type === 'void') return () => makeRoundVoid(context, about);
  if (!('member' in step)) return () => takeBackCorrection(context, { ...about, memberId: null });
  const { id } = await saveMember(context.db, track.workspaceId, profileOf(step.member));
  const verb = step.type === 'count' ? countLateAnswer : takeBackCorrection;
  return () => verb(context, { ...about, memberId: id });
}
