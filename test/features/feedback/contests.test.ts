import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decksFor, questionsOfDeck } from '../../../src/db/decks.ts';
import { saveMember } from '../../../src/db/members.ts';
import { saveQuizAnswer } from '../../../src/db/quiz-answers.ts';
import type { Contest, Member } from '../../../src/db/tables.ts';
import { loadDeck } from '../../../src/features/decks/load-deck.ts';
import { contestPoint } from '../../../src/features/feedback/contest-point.ts';
import { tidyUp } from '../../../src/features/housekeeping/feature.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { forgetMember } from '../../../src/features/privacy/forget-member.ts';
import { reviewContests } from '../../../src/features/suggestions/contests/review-contests.ts';
import { LORA } from '../../support/question-track.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { shippedQuestion } from '../../support/shipped-question.ts';
import { openScene, type Scene } from '../scene.ts';

const WORDING = 'Hardly anything gets tuned.';

/** Eleven people who have no two words in common. */
const WORDINGS = [
  ...['Tiny updates suffice.', 'Nearly nothing moves.', 'Only crumbs learn.', 'Most stays put.'],
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven'],
];

describe('a contested point', () => {
  let scene: Scene;
  let questionId: number;

  beforeEach(async () => {
    scene = await openScene(quietPlatform());
    const { context } = scene.world;
    const question = await shippedQuestion('lora-vs-qlora');
    const topics = { [question.topic]: { en: 'Topic', ru: 'Тема' } };
    await loadDeck(context, {
      name: 'lora',
      title: { en: 'L', ru: 'Л' },
      topics,
      questions: [question],
    });
    const deck = (await decksFor(context.db)).find(({ name }) => name === 'lora');
    questionId = (await questionsOfDeck(context.db, deck?.id ?? 0))[0]?.id ?? 0;
  });
  afterEach(() => scene.close());

  /** Makes a member who has answered; returns what contests a point of theirs. */
  async function answered(
    name: string,
    wording = WORDING,
  ): Promise<{
    readonly member: Member;
    readonly contest: () => ReturnType<typeof contestPoint>;
  }> {
    const { context, clock } = scene.world;
    const { workspaceId } = scene.track;
    const member = await saveMember(context.db, workspaceId, { id: name, name });
    const id = await saveQuizAnswer(context.db, {
      ...{ memberId: member.id, questionId, submission: name, answeredAt: clock.peek() },
      text: `${LORA} ${wording}`,
    });
    const contest = () =>
      contestPoint(context, {
        ...{ workspaceId, memberId: member.id, reader: 'en', point: 'few-parameters' },
        today: 20_780,
        answer: { kind: 'quiz', id },
      });
    return { member, contest };
  }

  const contests = (): Promise<readonly Contest[]> =>
    scene.world.context.db.selectFrom('contests').selectAll().execute();

  const often = async () => {
    const { workspaceId } = scene.track;
    return (await reviewContests(scene.world.context, { workspaceId, language: 'en' })).often;
  };

  it('is kept once where its button is pressed twice at once', async () => {
    const { contest } = await answered('ann');
    await Promise.all([contest(), contest()]);
    expect(await contests()).toMatchObject([{ wording: WORDING, acceptedAt: null }]);
  });

  it('is accepted for both where two people press at once', async () => {
    const [ann, bob] = [await answered('ann'), await answered('bob')];
    await Promise.all([ann.contest(), bob.contest()]);
    const at = expect.any(Date) as Date;
    expect(await contests()).toMatchObject([{ acceptedAt: at }, { acceptedAt: at }]);
  });

  it('is flagged once more than three of ten people contest it', async () => {
    const people = [];
    for (const wording of WORDINGS) people.push(await answered(wording, wording));
    for (const { contest } of people.slice(0, 3)) await contest();
    expect(await often()).toEqual([]);
    await people[3]?.contest();
    expect(await often()).toMatchObject([
      { label: 'Usually under 1% of the parameters are trained', people: 4, answered: 11 },
    ]);
  });

  it('is exported, and goes with its author', async () => {
    const { member, contest } = await answered('ann');
    await contest();
    const { context } = scene.world;
    expect((await exportMember(context, member.id))['contests']).toMatchObject([
      { question: 'lora-vs-qlora', point: 'few-parameters', wording: WORDING },
    ]);
    await forgetMember(context, member.id);
    expect(await contests()).toEqual([]);
  });

  it('goes with its workspace', async () => {
    await (await answered('ann')).contest();
    const { context, clock } = scene.world;
    await sql`update workspaces set left_at = ${clock.peek()}`.execute(context.db);
    clock.advance({ hours: 91 * 24 });
    await tidyUp(context);
    expect(await contests()).toEqual([]);
  });
});
