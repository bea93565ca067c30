import { commandSpan } from '../../chat/command.ts';
import type { Caller, FormEvent, Response } from '../../chat/event.ts';
import { type Action, decodeAction, encodeAction, message } from '../../chat/message.ts';
import { decodeBody } from './body.ts';
import { parseCommand } from './commands.ts';
import type { Saying } from './events.ts';
import type { FormHandle, ShownForm } from './form.ts';
import { botMessage, replaceCard } from './outbound.ts';
import { lookOf, openSurface, type Room } from './room.ts';
import type { StoredMessage } from './store.ts';
import { askerOf, isVisibleTo, type Visitor } from './visitor.ts';
import { playgroundWords } from './words/index.ts';

/** What a visitor's gesture brings: a message that only they see, or a form. */
export type GestureOutcome =
  { readonly type: 'message'; readonly id: number } | ({ readonly type: 'form' } & ShownForm);

/** Where a gesture is answered: in the place where it was made. */
interface Spot {
  readonly channel: string;
  readonly thread?: number | undefined;
  /** The private message that bears the button. */
  readonly on?: number | undefined;
}

/** Everything that answering a gesture needs. */
interface Gesture {
  readonly room: Room;
  readonly caller: Caller;
  readonly spot: Spot;
}

export async function onCommand(
  room: Room,
  visitor: Visitor,
  said: Saying,
): Promise<GestureOutcome> {
  const { text: line, ...spot } = said;
  const { commands, handlers } = openSurface(room);
  const caller = askerOf(visitor, spot.channel, lookOf(room, visitor));
  const refused = notThere(room, visitor, said);
  if (refused) return answer({ room, caller, spot }, () => Promise.resolve(refused));
  const read = lookOf(room, visitor)?.read(line, commands) ?? line;
  const command = parseCommand(commands, await room.store.members(), read);
  return answer({ room, caller, spot }, () => handlers.command({ caller, ...command }));
}

/** What the platform that is played would say, where it knows no such command, or none there. */
function notThere(room: Room, visitor: Visitor, said: Saying): Response | undefined {
  const { text: line, thread } = said;
  const look = lookOf(room, visitor);
  if (!look) return undefined;
  const words = playgroundWords(visitor.language);
  const say = (text: string): Response => ({
    type: 'reply',
    message: message([{ type: 'text', text: [text] }], 'warning'),
  });
  if (thread !== undefined && !look.commandsInThreads) return say(words.notInThreads);
  const { commands } = openSurface(room);
  if (look.read(line, commands) !== undefined) return undefined;
  const named = commands.map((each) => look.spellCommand(commandSpan(visitor.language, each)));
  return say(words.notThere({ typed: line.split(/\s/)[0] ?? line, commands: named }));
}

/** Undefined where the visitor sees no such button. */
export async function onButton(
  room: Room,
  visitor: Visitor,
  pressed: { readonly message: number; readonly action: string },
): Promise<GestureOutcome | undefined> {
  const { handlers } = openSurface(room);
  const bearer = await room.store.message(pressed.message);
  if (!bearer || !isVisibleTo(visitor, bearer)) return undefined;
  const action = offeredAction(bearer, pressed.action);
  if (!action) return undefined;
  const caller = askerOf(visitor, bearer.channel, lookOf(room, visitor));
  const gesture = { room, caller, spot: spotOf(bearer) };
  return answer(gesture, () => handlers.button({ caller, action }));
}

/** A form as it comes back: what it bore, and what was put in its fields. */
export interface SentForm {
  readonly handle: FormHandle;
  readonly values: FormEvent['values'];
  readonly files?: NonNullable<FormEvent['files']>;
}

export async function onForm(
  room: Room,
  visitor: Visitor,
  sent: SentForm,
): Promise<GestureOutcome> {
  const { action, submission, ...spot } = sent.handle;
  const { handlers } = openSurface(room);
  const caller = askerOf(visitor, spot.channel, lookOf(room, visitor));
  const event = {
    caller,
    action: decodeAction(action),
    values: sent.values,
    files: sent.files ?? {},
    submission,
    at: room.now(),
  };
  return answer({ room, caller, spot }, () => handlers.form(event));
}

async function answer(gesture: Gesture, handle: () => Promise<Response>): Promise<GestureOutcome> {
  const { room, caller, spot } = gesture;
  const response = await handle().catch((error: unknown): Response => {
    room.log.error({ err: error }, 'a gesture could not be answered');
    return { type: 'reply', message: openSurface(room).handlers.apology(caller.member.language) };
  });
  if (response.type === 'form') {
    const handle = { ...spot, submission: room.randomId() };
    return { type: 'form', form: response.form, handle };
  }
  return { type: 'message', id: await reply(gesture, response) };
}

async function reply(
  { room, caller, spot: { channel, thread, on } }: Gesture,
  { type, message }: Exclude<Response, { type: 'form' }>,
): Promise<number> {
  const replaced =
    type === 'replace' && on !== undefined ? await room.store.message(on) : undefined;
  if (replaced?.seenBy === caller.member.id) {
    await replaceCard(room, replaced.id, message);
    return replaced.id;
  }
  const place = { channel, ...(thread !== undefined && { thread: String(thread) }) };
  const stored = await botMessage(room, place, { page: message, seenBy: caller.member.id });
  return stored.id;
}

function spotOf({ id, channel, thread, seenBy }: StoredMessage): Spot {
  return {
    channel,
    ...(thread !== null && { thread }),
    ...(seenBy !== null && { on: id }),
  };
}

/** The action of a button that the message bears and that can be pressed. */
function offeredAction(message: StoredMessage, encoded: string): Action | undefined {
  const body = decodeBody(message.body);
  if (body.type !== 'card') return undefined;
  return body.blocks
    .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
    .find((button) => button.disabled !== true && encodeAction(button.action) === encoded)?.action;
}
