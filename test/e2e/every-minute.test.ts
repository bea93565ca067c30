import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import type { Seen, Stage } from '../support/stage.ts';
import {
  addTrack,
  complaints,
  onDiscord,
  onSlack,
  openQuestion,
  outside,
  roundOn,
  statusOf,
} from './scene.ts';

/** A question comes with the next minute, and its reveal half a minute later. */
const UNTIL_ASKED_MS = 80_000;
const UNTIL_REVEALED_MS = 50_000;

async function answer(stage: Stage, question: Seen): Promise<void> {
  const ann = stage.person('Ann');
  const form = formOf(await ann.press(button(question, 'Answer')));
  const told = messageOf(await ann.send(form, { text: `Answered on ${stage.name}.` }));
  expect(told.text).toContain('Your answer is saved.');
}

describe('one process on Discord and Slack, with a track every minute on each', () => {
  const here = outside([onDiscord, onSlack]);
  let questions: readonly (readonly [Stage, Seen])[];

  beforeAll(async () => {
    for (const stage of here.stages) {
      await addTrack(here, stage, '--cron', '* * * * *', '--answering', '30s');
    }
  });

  it(
    'asks on both, with nobody’s help, and takes an answer on each',
    { timeout: 2 * UNTIL_ASKED_MS },
    async () => {
      // Each is answered as soon as it is there: a minute may pass between the two, and the
      // earlier round would then be closed before the later one is asked.
      questions = await Promise.all(
        here.stages.map(async (stage) => {
          const question = await openQuestion(here, stage, 1, UNTIL_ASKED_MS);
          expect(question.text).toContain('Question 1');
          await answer(stage, question);
          return [stage, question] as const;
        }),
      );
    },
  );

  it('reveals both at their deadline', { timeout: 2 * UNTIL_REVEALED_MS }, async () => {
    for (const [stage, question] of questions) {
      const asked = () => stage.channelMessages().find(({ id }) => id === question.id)?.text;
      await expect.poll(asked, { timeout: UNTIL_REVEALED_MS }).toContain('Closed. 1 answer.');
      const reveal = stage.threadMessages(question).map(({ text }) => text);
      expect(reveal.join('\n')).toContain(`Answered on ${stage.name}.`);
    }
  });

  it('tells of both, and has nothing to complain of', async () => {
    const status = await statusOf(here);
    for (const [stage] of questions) {
      expect(roundOn(status, stage)?.number).toBeGreaterThanOrEqual(1);
      expect(stage.refusals()).toEqual([]);
    }
    expect(status.failedJobs).toEqual([]);
    expect(complaints(here)).toEqual([]);
  });
});
