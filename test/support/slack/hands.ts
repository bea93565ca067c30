import type { Answered, ChosenFiles, RunArgs, SeenButton, SeenForm } from '../stage.ts';
import { asJson } from './api/chat.ts';
import { type Block, buttonsOf, isInput } from './block-kit.ts';
import { answered, beginGesture, continueGesture } from './gestures.ts';
import { TAKES } from './limits.ts';
import { blockAction, type SentFiles, slashCommand, viewSubmission } from './payloads.ts';
import type { PersonContext, SlackPerson } from './person.ts';
import { onScreen } from './screen.ts';
import { commandText } from './typing.ts';
import type { Gesture, SlackUser, StoredMessage } from './world.ts';

/** What a person does that the bot answers: commands, buttons, forms. */
export function createHands(
  context: PersonContext,
  user: SlackUser,
): Pick<SlackPerson, 'type' | 'run' | 'press' | 'send'> {
  const { world, deliver } = context;

  const begin = (channel: string, bearer?: StoredMessage) =>
    beginGesture(world, context.origin, user.id, channel, bearer);

  const waitFor = (gesture: Gesture, what: string): Promise<Answered> =>
    context.until(() => answered(world, gesture), `an answer to ${user.name}'s ${what}`);

  const named = (id: string) => {
    const channel = world.channels.get(id);
    return { id, name: channel?.direct ? 'directmessage' : (channel?.name ?? 'unknown') };
  };

  async function type(command: string, text: string, channel = context.channel): Promise<Answered> {
    if (!context.commands.includes(command)) throw new Error(`${command} is not a valid command`);
    const { gesture, answerable } = begin(channel);
    await deliver(slashCommand(user, named(channel), command, text, answerable));
    return waitFor(gesture, `${command} ${text}`);
  }

  function run(command: string, ...rest: RunArgs): Promise<Answered> {
    const text = commandText(world, rest);
    return context.commands.includes(`/${command}`)
      ? type(`/${command}`, text)
      : type('/whetstone', `${command} ${text}`.trim());
  }

  async function press(button: SeenButton): Promise<Answered> {
    const on = onScreen(world, user, button.on);
    const element = buttonsOf(on.blocks)[Number(button.id)];
    if (!element) throw new Error(`there is no button "${button.label}" any more`);
    const { gesture, answerable } = begin(on.channel, on);
    const place = { ...pressedOn(on), channelName: named(on.channel).name };
    await deliver(blockAction(user, place, element, answerable));
    return waitFor(gesture, `press of ${button.label}`);
  }

  async function send(
    form: SeenForm,
    given: Readonly<Record<string, string>>,
    files: ChosenFiles = {},
  ): Promise<Answered> {
    const opened = world.views.get(form.handle);
    if (opened?.member !== user.id) throw new Error('this form is not open');
    const values = Object.fromEntries(form.fields.map(({ id, value }) => [id, given[id] ?? value]));
    refuseWhatSlackWouldNotSend(opened.view.blocks, { ...values, ...namesOf(files) });
    world.views.delete(form.handle);
    const { gesture, answerable } = begin(context.channel);
    const openers = [...world.triggers.values()].map((trigger) => trigger.gesture);
    const opener = openers.find((each) => each.form === opened);
    if (opener) continueGesture(world, opener, gesture);
    const sent = { values, files: uploaded(context, files) };
    await deliver(viewSubmission(user, opened.id, opened.view, sent, answerable.trigger));
    return waitFor(gesture, `form ${form.title}`);
  }

  return { type, run, press, send };
}

function pressedOn(message: StoredMessage) {
  return {
    channel: message.channel,
    ts: message.ts,
    thread: message.thread,
    onlyForPresser: message.onlyFor !== undefined,
    message: asJson(message),
  };
}

const namesOf = (files: ChosenFiles): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).map(([id, { name }]) => [id, name]));

/** Files as Slack keeps them, by the fields that they were put into. */
function uploaded({ world, origin }: PersonContext, files: ChosenFiles): SentFiles {
  return Object.fromEntries(
    Object.entries(files).map(([field, { name, content }]) => {
      const id = world.nextId('F');
      const bytes = Buffer.from(content);
      world.files.set(id, { id, name, alt: '', bytes, completed: true });
      const url = `${origin}/files-pri/${id}/${encodeURIComponent(name)}`;
      const shown = { id, name, title: name, mode: 'hosted', size: bytes.length };
      return [field, [{ ...shown, url_private: url, url_private_download: url }]];
    }),
  );
}

/** Slack's own app does not let a form go that lacks something or holds too much. */
function refuseWhatSlackWouldNotSend(
  blocks: readonly Block[],
  values: Readonly<Record<string, string>>,
): void {
  for (const { block_id: id = '', optional, element } of blocks.filter(isInput)) {
    const length = values[id]?.length ?? 0;
    if (!optional && length === 0) throw new Error(`Slack asks to fill in ${id}`);
    if (length > (element?.max_length ?? TAKES.input))
      throw new Error(`Slack takes no more in ${id}`);
  }
}
