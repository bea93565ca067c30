import { describe, expect, it } from 'vitest';
import { gestures, untilStanding } from '../support/answers.ts';
import { answer, ask, close, type Conversation, converse, reply } from '../support/conversation.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { asJson } from '../support/slack/api/chat.ts';
import { openSlackStage, type SlackStage } from '../support/slack/stage.ts';
import { addMessage, type StoredMessage } from '../support/slack/world.ts';
import type { Person, Seen } from '../support/stage.ts';
import { wrongs } from '../support/whole-state.ts';

const state = ({ bot, stage }: Conversation) => wrongs(bot.runtime.context.db, stage);

describe.each(REMOTE_STAGES)('events delivered twice on $name', ({ open }) => {
  const here = converse(open);

  it('count once, whether written, edited, taken back or sent by form', async () => {
    await here.bot.addTrack();
    here.stage.faults.deliverTwice(true);
    const question = await ask(here, 1);
    const [ann, bob, cy] = ['Ann', 'Bob', 'Cy'].map((name) => here.stage.person(name));
    await answer(ann!, question, 'By form.');
    const edited = await reply(here, bob!, question, 'In the thread.');
    here.clock.advance({ seconds: 10 });
    await bob!.rewrite(edited, 'In the thread, corrected.');
    const taken = await reply(here, cy!, question, 'A mistake.');
    await cy!.remove(taken);
    await untilStanding(here.bot, [
      ['Ann', 'By form.'],
      ['Bob', 'In the thread, corrected.'],
    ]);
    expect(await gestures(here.bot)).toBe(3);
    expect(await state(here)).toEqual([]);
  });
});

describe('events that come in the wrong order on discord', () => {
  let stage: DiscordStage;
  const here = converse(async (now) => (stage = await openDiscordStage({ now })));

  it('leave the newest text standing, and nothing of what was deleted', async () => {
    await here.bot.addTrack();
    const question = await ask(here, 1);
    const deliver = holdEvents(stage);
    await writeAndRewrite(here, stage.person('Ann'), question);
    const mistake = await stage.person('Bob').reply(question, 'A mistake.');
    await stage.person('Bob').remove(mistake);
    expect(deliver('backwards')).toEqual([
      'MESSAGE_DELETE',
      'MESSAGE_CREATE',
      'MESSAGE_UPDATE',
      'MESSAGE_CREATE',
    ]);
    // What stands is the same before and after: the row that remembers the deletion tells them apart.
    await expect.poll(() => gestures(here.bot)).toBe(2);
    await untilStanding(here.bot, [['Ann', 'Second thoughts.']]);
    expect(await state(here)).toEqual([]);
  });
});

async function writeAndRewrite({ clock }: Conversation, person: Person, question: Seen) {
  const written = await person.reply(question, 'First words.');
  clock.advance({ seconds: 10 });
  await person.rewrite(written, 'Second thoughts.');
}

/** Keeps events back until told to deliver them; returns their names in the order they went. */
function holdEvents({ gateway }: DiscordStage): (order: 'backwards') => readonly string[] {
  const original = { ...gateway };
  const held: Parameters<DiscordStage['gateway']['dispatch']>[] = [];
  Object.assign(gateway, { dispatch: (...event: (typeof held)[number]) => void held.push(event) });
  return () => {
    Object.assign(gateway, original);
    held.reverse();
    for (const event of held) gateway.dispatch(...event);
    return held.map(([name]) => name);
  };
}

describe('events that come in the wrong order on slack', () => {
  let stage: SlackStage;
  const here = converse(async (now) => (stage = await openSlackStage({ now })));
  let question: Seen;
  let second: StoredMessage;

  it('leave the newest text standing when an edit comes before what it edits', async () => {
    await here.bot.addTrack();
    question = await ask(here, 1);
    const first = write(stage.person('Ann'), 'First words.');
    const before = asJson(first);
    await rewrite(first, 'Second thoughts.');
    await emit(before);
    await untilStanding(here.bot, [['Ann', 'Second thoughts.']]);
    expect(await gestures(here.bot)).toBe(1);
  });

  it('leave nothing of a message whose deletion comes before it', async () => {
    const mistake = write(stage.person('Bob'), 'A mistake.');
    const gone = { deleted_ts: mistake.ts, previous_message: asJson(mistake) };
    await emit({ subtype: 'message_deleted', ...gone });
    await emit(asJson(mistake));
    // What stands is the same before and after: the row that remembers the deletion tells them apart.
    await expect.poll(() => gestures(here.bot)).toBe(2);
    await untilStanding(here.bot, [['Ann', 'Second thoughts.']]);
  });

  it('count one gesture once that comes as two messages', async () => {
    const cy = stage.person('Cy');
    const client = { clientMsgId: 'one-gesture' };
    await emit(asJson(write(cy, 'Said once.', client)));
    second = write(cy, 'Said once.', client);
    await emit(asJson(second));
    await untilStanding(here.bot, [
      ['Ann', 'Second thoughts.'],
      ['Cy', 'Said once.'],
    ]);
    expect(await gestures(here.bot)).toBe(3);
    expect(await state(here)).toEqual([]);
  });

  it('take the edit of either message for an edit of the answer', async () => {
    await rewrite(second, 'Said better.');
    await untilStanding(here.bot, [
      ['Ann', 'Second thoughts.'],
      ['Cy', 'Said better.'],
    ]);
    expect(await gestures(here.bot)).toBe(3);
    expect(await state(here)).toEqual([]);
  });

  it('tell who edits either message after the deadline that the answer stays', async () => {
    await close(here, 1, question);
    await rewrite(second, 'Said too late.');
    const cy = stage.person('Cy');
    await stage.until(() => cy.told().length > 0, 'the note');
    expect(cy.told().map(({ text }) => text)).toEqual([
      expect.stringContaining('What you had written by then stays your answer'),
    ]);
  });

  /** It stands in the thread, and no event has told of it yet. */
  function write(person: Person, text: string, more: Partial<StoredMessage> = {}): StoredMessage {
    const { world, channel } = stage;
    const [ts, thread] = [world.nextTs(), question.id];
    const said = { channel, ts, thread, user: person.id, text, clientMsgId: `client-${ts}` };
    return addMessage(world, { ...said, blocks: [], reactions: new Set(), ...more });
  }

  async function rewrite(message: StoredMessage, text: string): Promise<void> {
    const before = asJson(message);
    here.clock.advance({ seconds: 10 });
    Object.assign(message, { text, editedTs: stage.world.nextTs() });
    await emit({
      subtype: 'message_changed',
      message: asJson(message),
      previous_message: before,
    });
  }

  const emit = (event: object) =>
    stage.emit({ type: 'message', channel: stage.channel, channel_type: 'channel', ...event });
});
