import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ButtonEvent, FormEvent, Handlers, Response } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import { type Action, type Message, message } from '../../src/chat/message.ts';
import type { Platform } from '../../src/chat/platform.ts';
import type { Answered, Person, Seen, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const note = (text: string): Message => message([{ type: 'text', text: [text] }]);

/** As long as an action may be, so that what a platform adds to it still has to fit. */
const LONGEST: Action = { name: 'next', args: ['x'.repeat(70)] };

const letter = message([
  { type: 'text', text: ['Shall we?'] },
  {
    type: 'buttons',
    buttons: [
      { label: 'Reply', action: LONGEST },
      { label: 'Replace', action: { name: 'stop', args: [] } },
      { label: 'Form', action: { name: 'open', args: ['7'] } },
    ],
  },
]);

const FORM: Form = {
  action: LONGEST,
  title: 'When',
  submit: 'Save',
  fields: [{ id: 'hour', type: 'line', label: 'Hour', required: true }],
};

const RESPONSES: Readonly<Record<string, Response>> = {
  next: { type: 'reply', message: letter },
  stop: { type: 'replace', message: note('Stopped') },
  open: { type: 'form', form: FORM },
};

describe.each(STAGES)('a button in a private message on $name', ({ name, open }) => {
  let stage: Stage;
  let platform: Platform;
  let ann: Person;
  const pressed: ButtonEvent[] = [];
  const sent: FormEvent[] = [];

  const handlers: Handlers = {
    opensForm: (what) => what === 'open',
    isRepeatable: () => false,
    command: () => Promise.resolve({ type: 'reply', message: note('?') }),
    messageCommand: () => Promise.resolve({ type: 'reply', message: note('?') }),
    complete: () => Promise.resolve([]),
    button(event) {
      pressed.push(event);
      return Promise.resolve(RESPONSES[event.action.name] ?? { type: 'reply', message: note('?') });
    },
    form(event) {
      sent.push(event);
      return Promise.resolve({ type: 'reply', message: letter });
    },
    thread: () => Promise.resolve(),
    membership: () => Promise.resolve(),
    apology: () => note('Sorry'),
  };

  beforeAll(async () => {
    stage = await open(() => new Date('2026-11-23T09:00:00Z'));
    platform = stage.platform();
    ann = stage.person('Ada');
    await platform.start({ commands: [], handlers });
    const place = await platform.openDirect(stage.workspace, ann.id);
    await platform.post(place!, letter, 'key-letter');
  });

  afterAll(async () => {
    await platform.stop();
    await stage.close();
  });

  const told = (): Promise<Seen> =>
    stage.until(() => ann.told().find(({ text }) => text.includes('Shall we?')), 'the letter');
  const press = async (on: Seen | Promise<Seen>, label: string): Promise<Answered> =>
    ann.press((await on).buttons.find((button) => button.label === label)!);
  const messageOf = (answered: Answered): Seen => {
    if (answered.type !== 'message') throw new Error('a form came');
    return answered.message;
  };

  it("is taken as the member's in the workspace that wrote to them", async () => {
    await press(told(), 'Reply');
    expect(pressed.pop()).toMatchObject({
      action: LONGEST,
      caller: { platform: name, workspace: stage.workspace, member: { id: ann.id } },
    });
  });

  it('is followed by others that know the workspace too', async () => {
    const first = messageOf(await press(told(), 'Reply'));
    await press(first, 'Reply');
    expect(pressed.pop()).toMatchObject({
      action: LONGEST,
      caller: { workspace: stage.workspace },
    });
  });

  it('opens a form that does too, as do the buttons under its answer', async () => {
    const opened = await press(told(), 'Form');
    if (opened.type !== 'form') throw new Error('no form came');
    const answer = messageOf(await ann.send(opened.form, { hour: '9' }));
    expect(sent.pop()).toMatchObject({
      action: LONGEST,
      values: { hour: '9' },
      caller: { workspace: stage.workspace, member: { id: ann.id } },
    });
    await press(answer, 'Reply');
    expect(pressed.pop()).toMatchObject({ caller: { workspace: stage.workspace } });
  });

  it('is found by its key, and may give way to something else', async () => {
    const place = await platform.openDirect(stage.workspace, ann.id);
    const since = new Date('2026-11-23T08:00:00Z');
    expect(await platform.find(place!, 'key-letter', since)).toMatchObject(place!);
    const { id } = await told();
    const replaced = messageOf(await press(told(), 'Replace'));
    expect(replaced).toMatchObject({ id, text: 'Stopped', buttons: [] });
  });

  it('never met a refusal of the platform', () => {
    expect(stage.refusals()).toEqual([]);
  });
});
