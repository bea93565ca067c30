import { beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../src/chat/message.ts';
import type { Database } from '../../src/db/connect.ts';
import { messageOf } from '../support/answered.ts';
import { answer, ask, converse, DAILY, revealText } from '../support/conversation.ts';
import { type HandlersPerson, handlersPerson } from '../support/handlers-person.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** Every button that acts on a round or a track, with the number of one. */
const ROUND_BUTTONS = ['answer', 'my-streak', 'report'];
const TRACK_BUTTONS = [
  'track-edit',
  'track-pause',
  'track-resume',
  'track-remove',
  'track-remove-sure',
  'track-ask',
  'track-ask-beside',
  'track-reveal',
  'track-skip',
  'track-pause-until',
  'track-calendar',
  'track-feed',
];
const TRACK_VERBS = ['add', 'edit', 'list', 'pause', 'resume', 'remove', 'ask', 'reveal'];

/** Numbers that no row can have, and such as a database would choke on. */
const NO_NUMBERS = ['', 'x', '-1', '0', '1.5', 'NaN', '99999999999', '9007199254740993', "1' or 1"];

describe.each(STAGES)('rights on $name', ({ name, open }) => {
  const talk = converse(open);
  let ann: Person;
  let question: Seen;
  let round: string;
  let track: string;
  let before: string;
  /** Manages a workspace of their own, and knows the numbers used here. */
  let eve: HandlersPerson;

  beforeAll(async () => {
    const { id } = await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
    ann = talk.stage.person('Ann');
    await answer(ann, question, 'Private until the reveal.');
    const { db } = talk.bot.runtime.context;
    track = String(id);
    round = String((await db.selectFrom('rounds').select('id').executeTakeFirstOrThrow()).id);
    before = await state(db);
    eve = stranger('elsewhere');
  });

  function stranger(workspace: string): HandlersPerson {
    // What is theirs alone may be written to them, so the platform has to know them.
    const { id } = talk.stage.person('Eve');
    const traits = { name: 'Eve', id, manages: true, platform: name, workspace };
    return handlersPerson(talk.bot.runtime.startOptions.handlers, {
      ...traits,
      now: () => talk.clock.peek(),
    });
  }

  const unchanged = async (): Promise<void> =>
    expect(await state(talk.bot.runtime.context.db)).toBe(before);

  it.each(TRACK_VERBS)('a member may not /track %s', async (verb) => {
    const told = messageOf(await ann.run('track', verb));
    expect(told.text).toContain('Only people who may manage');
    await unchanged();
  });

  it('a member may not press a manager’s button, nor send a manager’s form', async () => {
    const handlers = handlersPerson(talk.bot.runtime.startOptions.handlers, {
      ...{ name: 'Ann', platform: name, workspace: talk.stage.workspace },
    });
    for (const button of TRACK_BUTTONS) {
      const told = await handlers.pressAction({ name: button, args: [track] });
      expect(told.text).toContain('Only people who may manage');
    }
    const told = await sendForged(handlers, { name: 'track', args: ['draft1'] });
    expect(told).toContain('Only people who may manage');
    await unchanged();
  });

  it('another workspace neither answers a round of this one nor learns of it', async () => {
    for (const button of ROUND_BUTTONS) {
      const told = await eve.pressAction({ name: button, args: [round] });
      expect(told.type).toBe('reply');
      expect(told.text).toContain('not known here any more');
    }
    const sent = await sendForged(eve, { name: 'answer', args: [round] });
    expect(sent).toContain('not known here any more');
    await unchanged();
  });

  it('another workspace’s manager steers no track of this one', async () => {
    for (const button of TRACK_BUTTONS) {
      const told = await eve.pressAction({ name: button, args: [track] });
      expect(told.text).toContain('no track');
    }
    for (const verb of TRACK_VERBS.filter((one) => !['add', 'list'].includes(one))) {
      expect((await eve.run(`track ${verb}`, { track })).text).toContain('no track');
    }
    await unchanged();
  });

  it('another workspace sees neither boards, streaks nor members of this one', async () => {
    const board = { name: 'leaderboard', args: [track, 'all', '1'] };
    for (const told of [
      await eve.run('leaderboard', { track }),
      await eve.pressAction(board),
      await eve.run('streak', { member: ann.id }),
      await eve.run('privacy export'),
    ]) {
      expect(told.text).not.toContain('Ann');
      expect(told.text).not.toContain('Private until the reveal.');
    }
  });

  it('an id of the same letters on another platform opens nothing', async () => {
    const platform = name === 'discord' ? 'slack' : 'discord';
    const twin = handlersPerson(talk.bot.runtime.startOptions.handlers, {
      ...{ name: 'Eve', manages: true, platform, workspace: talk.stage.workspace },
    });
    const told = await twin.pressAction({ name: 'answer', args: [round] });
    expect(told.text).toContain('not known here any more');
    expect((await twin.run('track pause', { track })).text).toContain('no track');
    await unchanged();
  });

  it.each(NO_NUMBERS)('a number that is none, “%s”, changes and breaks nothing', async (number) => {
    const manager = stranger(talk.stage.workspace);
    for (const button of [...ROUND_BUTTONS, ...TRACK_BUTTONS, 'quiz-show', 'quiz-answer']) {
      const told = await manager.pressAction({ name: button, args: [number, number, number] });
      expect(told.type).not.toBe('form');
    }
    await manager.run('leaderboard', { track: number });
    await manager.pressAction({ name: 'leaderboard', args: [number, number, number] });
    await sendForged(manager, { name: 'answer', args: [number] });
    await sendForged(manager, { name: 'quiz-answer', args: [number] });
    await unchanged();
  });

  it('a button or a form that was never made is told to be too old', async () => {
    for (const forged of ['', 'constructor', '__proto__', 'drop table']) {
      const told = await eve.pressAction({ name: forged, args: [] });
      expect(told.text).toContain('too old');
      expect(await sendForged(eve, { name: forged, args: [] })).toContain('too old');
    }
    expect((await eve.run('constructor')).text).toContain('There is no command');
    expect((await eve.run('track __proto__')).text).toContain('Write after /track what to do');
    await unchanged();
  });

  it('and the answer stayed private through all of it', () => {
    expect(revealText(talk.stage, question)).toBe('');
  });

  async function sendForged(who: HandlersPerson, action: Action): Promise<string> {
    const form = { action, title: '', submit: '', fields: [] };
    const opened = { type: 'form', text: '', buttons: [], values: {} } as const;
    const response = { type: 'form', form } as const;
    const told = await who.send({ ...opened, response }, { text: 'forged', reason: 'forged' });
    return told.text;
  }
});

/** All that rights guard, as text; who has been seen, which every gesture tells, is left out. */
async function state(db: Database): Promise<string> {
  const tables = ['tracks', 'rounds', 'answers', 'streaks', 'scores', 'reports', 'drafts'] as const;
  const rows = tables.map((table) => db.selectFrom(table).selectAll().execute());
  return JSON.stringify(await Promise.all(rows));
}
