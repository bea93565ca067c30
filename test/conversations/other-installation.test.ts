import { expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { dueAt } from '../support/conversation.ts';
import { handlersPerson } from '../support/handlers-person.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { untilRoundsRest } from '../support/settled.ts';

it.each(REMOTE_STAGES)(
  'a bot on $name takes no answer to what another bot posted with the same token',
  async ({ name, open }) => {
    const clock = testClock(MONDAY_NINE);
    const stage = await open(() => clock.peek());
    const ann = stage.person('Ann');
    const first = await startBot(stage, clock);
    await first.addTrack();
    await first.goTo(dueAt(1));
    const question = await first.question(1);
    const form = formOf(await ann.press(button(question, 'Answer')));
    await first.leave();
    // On a database of its own, in another channel, its first round bears the same id.
    const second = await startBot(stage, clock);
    await second.addTrack({ channel: stage.addChannel('elsewhere') });
    await second.goTo(dueAt(2));
    const { db } = second.runtime.context;
    await untilRoundsRest(db, () => clock.peek());
    const [round] = await db.selectFrom('rounds').select('id').execute();

    const pressed = messageOf(await ann.press(button(question, 'Answer')));
    expect(pressed.text).toContain(
      'This belongs to another Whetstone that runs with the same token',
    );
    const sent = messageOf(await ann.send(form, { text: 'Meant for the first.' }));
    expect(sent.text).toContain('This belongs to another Whetstone');
    expect(sent.text).toContain('Meant for the first.');
    expect(await db.selectFrom('answers').selectAll().execute()).toEqual([]);
    expect(second.errors.join()).toContain('another bot runs with the same token');

    // What was posted before buttons bore an installation still works.
    const traits = { platform: name, workspace: stage.workspace, name: 'Bob' };
    const bob = handlersPerson(second.runtime.startOptions.handlers, traits);
    const unmarked = await bob.pressAction({ name: 'answer', args: [String(round?.id)] });
    expect(unmarked.type).toBe('form');

    await second.stop();
    await first.database.drop();
    await stage.close();
  },
);

it.each(REMOTE_STAGES)(
  'two bots on $name with one token post a question each in the same channel',
  async ({ open }) => {
    const clock = testClock(MONDAY_NINE);
    const stage = await open(() => clock.peek());
    const first = await startBot(stage, clock);
    await first.addTrack();
    await first.goTo(dueAt(1));
    await first.question(1);
    await first.leave();
    const second = await startBot(stage, clock);
    // The keys of both questions are the same: each database counts its rounds by itself.
    await second.addTrack({ nextDueAt: dueAt(1) });
    await second.goTo(dueAt(1));
    await untilRoundsRest(second.runtime.context.db, () => clock.peek());
    expect(stage.channelMessages()).toHaveLength(2);

    await second.stop();
    await first.database.drop();
    await stage.close();
  },
);
