import { expect, it } from 'vitest';
import { testClock } from '../../support/clock.ts';
import { channelOf, openStage, posting, text } from './support.ts';

it('a token that Discord keeps refusing is tried once a minute, until it is taken again', async () => {
  const clock = testClock('2026-03-01T12:00:00Z');
  const stage = await openStage({ now: () => clock.peek() });
  const platform = posting(stage);
  const post = () => platform.post(channelOf(stage), text('Q'), 'q');
  const refused = { fault: { code: 'unauthorized' } };
  stage.world.settings.tokenValid = false;
  for (let attempt = 0; attempt < 10; attempt++)
    await expect(post()).rejects.toMatchObject(refused);
  expect(stage.requests).toHaveLength(3);
  clock.advance({ seconds: 60 });
  for (let attempt = 0; attempt < 10; attempt++)
    await expect(post()).rejects.toMatchObject(refused);
  expect(stage.requests).toHaveLength(4);
  stage.world.settings.tokenValid = true;
  clock.advance({ seconds: 60 });
  await post();
  await post();
  expect(stage.channelMessages()).toHaveLength(1);
});
