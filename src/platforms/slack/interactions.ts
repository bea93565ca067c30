import type { BlockAction, ButtonAction, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ButtonEvent, Caller, Response } from '../../chat/event.ts';
import type { Form } from '../../chat/form.ts';
import { decodeAction } from '../../chat/message.ts';
import type { StartOptions } from '../../chat/platform.ts';
import { parseCommand } from './commands.ts';
import { messageOf } from './errors.ts';
import { readFiles, readForm, renderForm, type SlackFileAccess } from './form.ts';
import type { LookUp, Members } from './members.ts';
import { missingForFiles } from './permissions.ts';
import type { Reply, ReplyAddress } from './respond.ts';

/** Of the three seconds in which a gesture may open a form. */
const LOOK_UP_MS = 1_000;

export interface InteractionContext {
  readonly startOptions: StartOptions;
  readonly client: WebClient;
  readonly members: Members;
  readonly reply: Reply;
  readonly workspace: string;
  readonly files: SlackFileAccess;
  readonly now: () => Date;
  readonly log: Logger;
}

/** A gesture that waits for an answer. All of them are acknowledged before they come here. */
interface Gesture {
  readonly caller: Caller;
  readonly address: ReplyAddress;
  /** Opens a form within three seconds of the gesture, once; so it is not used up by an
   *  acknowledgement, and every gesture may open one. */
  readonly trigger: string;
  readonly handle: () => Promise<Response>;
}

export async function onCommand(context: InteractionContext, body: SlashCommand): Promise<void> {
  const caller = await askerOf(context, {
    channel: body.channel_id,
    member: body.user_id,
    nameAsSeen: body.user_name,
    withinMs: LOOK_UP_MS,
  });
  const command = parseCommand(context.startOptions.commands, body.command, body.text);
  await answer(context, {
    caller,
    address: {
      channel: body.channel_id,
      member: body.user_id,
      responseUrl: body.response_url,
    },
    trigger: body.trigger_id,
    handle: () => context.startOptions.handlers.command({ caller, ...command }),
  });
}

export async function onButton(
  context: InteractionContext,
  body: BlockAction,
  pressed: ButtonAction,
): Promise<void> {
  const channel = body.channel?.id ?? String(body.container['channel_id'] ?? '');
  const caller = await askerOf(context, {
    channel,
    member: body.user.id,
    nameAsSeen: body.user.name ?? body.user.username,
    withinMs: LOOK_UP_MS,
  });
  const event: ButtonEvent = { caller, action: decodeAction(pressed.value ?? '') };
  await answer(context, {
    caller,
    address: buttonAddress(body, channel),
    trigger: body.trigger_id,
    handle: () => context.startOptions.handlers.button(event),
  });
}

export async function onForm(context: InteractionContext, body: ViewSubmitAction): Promise<void> {
  // Slack does not say when a form was sent, only that it arrives within seconds. Taken before anything
  // is waited for, or who sends in time would be late where Slack is slow to say who they are.
  const at = context.now();
  const { action, address, values } = readForm(body.view);
  const files = readFiles(body.view, context.files);
  // No form is to be opened any more, so there is time to learn what they may do.
  const caller = await askerOf(context, {
    channel: address.channel,
    member: body.user.id,
    nameAsSeen: body.user.name,
  });
  const submission = body.view.id;
  await answer(context, {
    caller,
    address,
    trigger: body.trigger_id,
    handle: () =>
      context.startOptions.handlers.form({ caller, action, values, files, submission, at }),
  });
}

async function answer(context: InteractionContext, gesture: Gesture): Promise<void> {
  const response = await gesture.handle().catch((error: unknown) => {
    context.log.error({ err: error }, 'a gesture could not be answered');
    return apology(context, gesture);
  });
  if (response.type !== 'form') {
    await context.reply(gesture.address, response.message, response.type === 'replace');
    return;
  }
  try {
    const lacking = await lackingFor(response.form, context.client);
    if (lacking !== undefined) {
      await context.reply(gesture.address, apology(context, gesture, lacking).message, false);
      return;
    }
    const view = renderForm(response.form, gesture.address);
    await context.client.views.open({ trigger_id: gesture.trigger, view });
  } catch (error) {
    context.log.warn(`a form could not be opened: ${messageOf(error)}`);
    await context.reply(gesture.address, apology(context, gesture).message, false);
  }
}

async function lackingFor({ fields }: Form, client: WebClient): Promise<string | undefined> {
  return fields.some(({ type }) => type === 'file') ? missingForFiles(client) : undefined;
}

function apology({ startOptions }: InteractionContext, { caller }: Gesture, lacking?: string) {
  const message = startOptions.handlers.apology(caller.member.language, lacking);
  return { type: 'reply' as const, message };
}

interface Asker extends LookUp {
  readonly channel: string;
  readonly member: string;
}

async function askerOf(
  context: InteractionContext,
  { channel, member, ...lookUp }: Asker,
): Promise<Caller> {
  const { profile, mayManage } = await context.members(member, lookUp);
  return {
    platform: 'slack',
    workspace: context.workspace,
    channel,
    member: profile,
    mayManage,
  };
}

/** Begins the id of a conversation between one member and the bot. */
const DIRECT = 'D';

/** In a thread the answer stays in the thread. A question's own message is not in its thread, and a
 *  private answer in a thread that nobody has written in yet would not be shown. */
function buttonAddress(body: BlockAction, channel: string): ReplyAddress {
  const { thread_ts: thread, message_ts: message, is_ephemeral: isEphemeral } = body.container;
  return {
    channel,
    member: body.user.id,
    responseUrl: body.response_url,
    onPrivate: isEphemeral === true || channel.startsWith(DIRECT),
    ...(typeof thread === 'string' && thread !== message && { thread }),
  };
}
