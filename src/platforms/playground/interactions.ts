import { commandSpan } from '../../chat/command.ts';
import type { Caller, FormEvent, Response } from '../../chat/event.ts';
import { type Action, decodeAction, encodeAction, message } from '../../chat/message.ts';
import { decodeBody } from './body.ts';
import { parseCommand } from './commands.ts';
import type { Saying } from './events.ts';
import type { FormHandle, ShownForm } from './form.ts';
import { botMessage, replaceCard } from './outbound.ts';
import type { StoredMessage } from './store.ts';
import { askerOf, isVisibleTo, type Visitor } from './visitor.ts';
import { lookOf, requireStarted, type VisitorContext } from './visitor-context.ts';
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
  readonly context: VisitorContext;
  readonly caller: Caller;
  readonly spot: Spot;
}

export async function onCommand(
  context: VisitorContext,
  visitor: Visitor,
  said: Saying,
): Promise<GestureOutcome> {
  const { text: line, ...spot } = said;
  const { commands, handlers } = requireStarted(context);
  const caller = askerOf(visitor, spot.channel, lookOf(context, visitor));
  const refused = notThere(context, visitor, said);
  if (refused) return answer({ context, caller, spot }, () => Promise.resolve(refused));
  const read = lookOf(context, visitor)?.read(line, commands) ?? line;
  const command = parseCommand(commands, await context.store.members(), read);
  return answer({ context, caller, spot }, () => handlers.command({ caller, ...command }));
}

/** What the platform that is played would say, where it knows no such command, or none there. */
function notThere(context: VisitorContext, visitor: Visitor, said: Saying): Response | undefined {
  const { text: line, thread } = said;
  const look = lookOf(context, visitor);
  if (!look) return undefined;
  const words = playgroundWords(visitor.language);
  const say = (text: string): Response => ({
    type: 'reply',
    message: message([{ type: 'text', text: [text] }], 'warning'),
  });
  if (thread !== undefined && !look.commandsInThreads) return say(words.notInThreads);
  const { commands } = requireStarted(context);
  if (look.read(line, commands) !== undefined) return undefined;
  const named = commands.map((each) => look.spellCommand(commandSpan(visitor.language, each)));
  return say(words.notThere({ typed: line.split(/\s/)[0] ?? line, commands: named }));
}

/** Carries out a visitor's press on a button; undefined where they see no such button. */
export async function onButton(
  context: VisitorContext,
  visitor: Visitor,
  pressed: { readonly message: number; readonly action: string },
): Promise<GestureOutcome | undefined> {
  const { handlers } = requireStarted(context);
  const bearer = await context.store.message(pressed.message);
  if (!bearer || !isVisibleTo(visitor, bearer)) return undefined;
  const action = offeredAction(bearer, pressed.action);
  if (!action) return undefined;
  const caller = askerOf(visitor, bearer.channel, lookOf(context, visitor));
  const gesture = { context, caller, spot: spotOf(bearer) };
  return answer(gesture, () => handlers.button({ caller, action }));
}

/** A form as it comes back: what it bore, and what was put in its fields. */
export interface SentForm {
  readonly handle: FormHandle;
  readonly values: FormEvent['values'];
  readonly files?: NonNullable<FormEvent['files']>;
}

export async function onForm(
  context: VisitorContext,
  visitor: Visitor,
  sent: SentForm,
): Promise<GestureOutcome> {
  const { action, submission, ...spot } = sent.handle;
  const { handlers } = requireStarted(context);
  const caller = askerOf(visitor, spot.channel, lookOf(context, visitor));
  const event = {
    caller,
    action: decodeAction(action),
    values: sent.values,
    files: sent.files ?? {},
    submission,
    at: context.now(),
  };
  return answer({ context, caller, spot }, () => handlers.form(event));
}

async function answer(gesture: Gesture, handle: () => Promise<Response>): Promise<GestureOutcome> {
  const { context, caller, spot } = gesture;
  const response = await handle().catch((error: unknown): Response => {
    context.log.error({ err: error }, 'a gesture could not be answered');
    return {
      type: 'reply',
      message: requireStarted(context).handlers.apology(caller.member.language),
    };
  });
  if (response.type === 'form') {
    const handle = { ...spot, submission: context.randomId() };
    return { type: 'form', form: response.form, handle };
  }
  return { type: 'message', id: await reply(gesture, response) };
}

async function reply(
  { context, caller, spot: { channel, thread, on } }: Gesture,
  { type, message }: Exclude<Response, { type: 'form' }>,
): Promise<number> {
  const replaced =
    type === 'replace' && on !== undefined ? await context.store.message(on) : undefined;
  if (replaced?.seenBy === caller.member.id) {
    await replaceCard(context, replaced.id, message);
    return replaced.id;
  }
  const place = { channel, ...(thread !== undefined && { thread: String(thread) }) };
  const stored = await botMessage(context, place, { page: message, seenBy: caller.member.id });
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
