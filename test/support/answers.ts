import type { Bot } from './bot.ts';
import { untilRow } from './settled.ts';

/** A member and what stands as their answer. */
export type Standing = readonly [name: string, text: string];

/** The answers that stand in a round, one a member, by name; what came late is left out. */
async function standing({ runtime }: Bot, round = 1): Promise<readonly Standing[]> {
  const rows = await runtime.context.db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.roundId')
    .innerJoin('members', 'members.id', 'answers.memberId')
    .select(['members.name', 'answers.text'])
    .distinctOn('members.name')
    .where('rounds.number', '=', round)
    .where('answers.late', '=', false)
    .where('answers.withdrawnAt', 'is', null)
    .orderBy('members.name')
    .orderBy('answers.saidAt', 'desc')
    .orderBy('answers.id', 'desc')
    .execute();
  return rows.map(({ name, text }) => [name, text]);
}

/** Resolves as soon as exactly these answers stand. */
export async function untilStanding(
  bot: Bot,
  expected: readonly Standing[],
  round = 1,
): Promise<void> {
  const wanted = JSON.stringify(expected);
  await untilRow(
    async () => JSON.stringify(await standing(bot, round)) === wanted,
    async () => `${JSON.stringify(await standing(bot, round))}, not ${wanted}`,
    10_000,
  );
}

/** Rows in the log of answers: one a gesture, whatever became of it. */
export async function gestures({ runtime }: Bot): Promise<number> {
  const rows = await runtime.context.db.selectFrom('answers').select('id').execute();
  return rows.length;
}
