import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  ask,
  close,
  converse,
  DAILY,
  deadlineOf,
  revealText,
  said,
} from '../support/conversation.ts';
import { untilRoundsRest } from '../support/settled.ts';
import type { Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** The other loopbacks let time run forward only, as their platforms do. */
const REWINDABLE = STAGES.filter(({ name }) => name === 'playground');

describe.each(REWINDABLE)(
  'a form sent in time on $name, and heard of after the reveal',
  ({ open }) => {
    const talk = converse(open);
    let question: Seen;
    let told: Seen;

    beforeAll(async () => {
      await talk.bot.addTrack(DAILY);
      question = await ask(talk, 1);
      const ann = talk.stage.person('Ann');
      const form = formOf(await ann.press(button(question, 'Answer')));
      await close(talk, 1, question);
      await untilRoundsRest(talk.bot.runtime.context.db, () => talk.clock.peek());
      // By the platform's clock it was sent a second before the deadline.
      talk.clock.set(new Date(deadlineOf(1).getTime() - 1000));
      told = messageOf(await ann.send(form, { text: 'Just in time.' }));
      talk.clock.set(deadlineOf(1));
    });

    it('counts, and its author is told that the reveal came first', async () => {
      expect(told.text).toContain('Your answer is saved.');
      expect(told.text).toContain(
        'It came in time and counts, but too late to be shown in the reveal.',
      );
      expect(told.text).toContain('Your streak: 1 round.');
      expect(told.text).not.toContain('private until the reveal');
      expect(await said(talk.stage.person('Ann'), 'leaderboard')).toContain(
        'Ann — 1 point, streak 1',
      );
      expect(revealText(talk.stage, question)).not.toContain('Just in time.');
    });
  },
);
