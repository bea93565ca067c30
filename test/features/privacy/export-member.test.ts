import { afterAll, beforeAll, expect, it } from 'vitest';
import { announceAway } from '../../../src/features/away/announce-away.ts';
import { exportMember } from '../../../src/features/privacy/export-member.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const ANN = { id: 'u1', name: 'Ann', language: 'ru' } as const;
const BOB = { id: 'u2', name: 'Bob' } as const;

let scene: Scene;

beforeAll(async () => {
  scene = await openScene(quietPlatform());
});

afterAll(() => scene.close());

it('holds all that is kept about a member, to the letter, and nothing of others', async () => {
  const { world, track } = scene;
  const round = await scene.ask();
  const saidAt = world.clock.peek();
  const hostile = '`code` <@1> \u202Eesrever\u202C "quotes" \\ \n new line';
  await scene.form(ANN, round, hostile, { anonymous: true });
  await scene.form(BOB, round, 'bob one');
  await scene.reveal(round);
  await scene.write(ANN, round, 'late');
  await scene.quiz(ANN, 'a quiz answer');
  await scene.draft(ANN, { question: 'half a question' });

  const member = await scene.member(ANN);
  const who = { memberId: member?.id ?? 0, workspaceId: track.workspaceId };
  await announceAway(world.context, who, { from: 20_811, until: 20_826 });
  const data = await exportMember(world.context, member?.id ?? 0);
  const streak = { current: 1, longest: 1, freezes: 0, answered: 1 };
  expect(JSON.parse(JSON.stringify(data))).toMatchObject({
    member: { platform: 'discord', workspace: 'w1', id: 'u1', name: 'Ann', language: 'ru' },
    answers: [
      {
        track: track.id,
        round: 1,
        question: expect.stringContaining('What is question-') as string,
        text: hostile,
        source: 'form',
        anonymous: true,
        late: false,
        saidAt: saidAt.toISOString(),
        withdrawnAt: null,
      },
      { round: 1, text: 'late', source: 'thread', late: true },
    ],
    quizAnswers: [{ question: 'Что такое question-0?', text: 'a quiz answer' }],
    streaks: [{ track: track.id, ...streak }],
    points: [
      { track: track.id, period: '2026-11', points: 1 },
      { track: track.id, period: '2026-W48', points: 1 },
      { track: track.id, period: 'all', points: 1 },
    ],
    drafts: [{ body: { question: 'half a question' } }],
    proposals: [],
    reports: [],
    away: [{ from: '2026-12-24', until: '2027-01-08', revokedAt: null }],
  });
  expect(JSON.stringify(data)).not.toContain('bob');
});
