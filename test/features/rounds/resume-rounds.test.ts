import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resumeRounds } from '../../../src/features/rounds/resume-rounds.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene(quietPlatform('discord'));
});
afterAll(() => scene.close());

it('a start takes up every round that owes something, however many have piled up', async () => {
  const { world } = scene;
  await scene.ask();
  const { db } = world.context;
  await sql`
    insert into rounds (track_id, number, due_at, question_id, question, cycle, language, timezone,
      week, month, status)
    select track_id, number + n, due_at + n * interval '1 day', question_id, question, cycle, language,
      timezone, week, month, case n % 2 when 0 then 'claimed' else 'closed' end
    from rounds, generate_series(1, 1001) n`.execute(db);
  await world.takeJobs();
  await resumeRounds(world.context);
  const jobs = await world.waitingJobs();
  expect(jobs).toHaveLength(1001);
  expect(jobs.at(-1)).toEqual({ name: 'reveal', data: { roundId: 1002 } });
});
