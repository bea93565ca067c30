import type { AllMessageEvents } from '@slack/types';
import { z } from 'zod';
import type { Handlers, MembershipEvent, ThreadEvent } from '../../chat/event.ts';
import type { MessageRef } from '../../chat/place.ts';
import type { Identity } from './identity.ts';
import type { Members } from './members.ts';
import { isPersons, type SlackMessage, threadMessage } from './messages.ts';
import { dateOfTs } from './timestamps.ts';

export interface EventContext {
  readonly handlers: Handlers;
  readonly members: Members;
  readonly identity: Identity;
}

/** The events by which Slack says that the bot cannot post in a channel any more. */
export const CHANNEL_LOST = [
  'channel_deleted',
  'channel_archive',
  'channel_left',
  'group_deleted',
  'group_archive',
  'group_left',
] as const;

/** The events by which Slack says that the app is no longer in the workspace. */
export const WORKSPACE_LOST = ['app_uninstalled', 'tokens_revoked'] as const;

/** The event by which Slack says that someone's account was switched off, or on again; and much else. */
export const MEMBER_CHANGED = 'user_change';

/** What an event needs. One that Slack sent without it is left out. */
const PLACED = z.object({ channel: z.string().min(1) });
const CHANGED_MEMBER = z.object({ id: z.string().min(1), deleted: z.boolean() });
const DELETED = z.object({ deleted_ts: z.string().min(1) });

export async function onMessage(context: EventContext, event: AllMessageEvents): Promise<void> {
  if (!PLACED.safeParse(event).success) return;
  switch (event.subtype) {
    case 'message_changed':
      return onChanged(
        context,
        { ...event.message, channel: event.channel },
        event.previous_message,
      );
    case 'message_deleted':
      if (!DELETED.safeParse(event).success) return;
      return onDeleted(context, event);
    default:
      return onWritten(context, event);
  }
}

export async function onChannelLost(
  { handlers, identity }: EventContext,
  { type: name, channel }: { readonly type: string; readonly channel: string },
): Promise<void> {
  if (!PLACED.safeParse({ channel }).success) return;
  // An archived channel stands, and may be opened again.
  const type = name.endsWith('_archive') ? 'channel-archived' : 'channel-deleted';
  await handlers.membership({ ...membership(identity), type, channel });
}

export async function onMemberChanged(
  { handlers, identity }: EventContext,
  { user }: { readonly user?: unknown },
): Promise<void> {
  const { data: changed } = CHANGED_MEMBER.safeParse(user);
  if (!changed) return;
  const type = changed.deleted ? 'member-gone' : 'member-here';
  await handlers.membership({ ...membership(identity), type, member: changed.id });
}

export async function onWorkspaceLost({ handlers, identity }: EventContext): Promise<void> {
  await handlers.membership({ ...membership(identity), type: 'workspace-left' });
}

export async function onJoined({ handlers, identity }: EventContext): Promise<void> {
  const name = identity.workspaceName;
  await handlers.membership({ ...membership(identity), type: 'workspace-joined', name });
}

async function onWritten(context: EventContext, event: SlackMessage): Promise<void> {
  if (!isPersons(event, context.identity)) return;
  const message = await threadMessage(context.identity.workspace, event, context.members);
  await context.handlers.thread({ type: 'written', message });
}

type Edited = SlackMessage & { readonly edited?: { readonly ts: string } };

/** Slack sends a change also when it unfurls a link or counts a reply: the text is then the same. */
async function onChanged(
  context: EventContext,
  event: Edited,
  previous: Omit<SlackMessage, 'channel'> | undefined,
): Promise<void> {
  if (!isPersons(event, context.identity) || event.text === previous?.text) return;
  const message = await threadMessage(context.identity.workspace, event, context.members);
  const revisedAt = dateOfTs(event.edited?.ts ?? event.ts);
  await context.handlers.thread({ type: 'edited', message, revisedAt });
}

interface Deletion {
  readonly channel: string;
  readonly deleted_ts: string;
  readonly previous_message?: Omit<SlackMessage, 'channel'>;
}

async function onDeleted(
  context: EventContext,
  { channel, deleted_ts: message, previous_message: told }: Deletion,
): Promise<void> {
  const { workspace } = context.identity;
  // Without what stood there, nobody can tell what it was: whoever knows the message by its id acts.
  if (!told) return passDeleted(context, { workspace, channel, message });
  const previous = { ...told, channel };
  if (!isPersons(previous, context.identity)) return;
  await passDeleted(context, { workspace, channel, thread: previous.thread_ts, message });
}

async function passDeleted({ handlers }: EventContext, ref: MessageRef): Promise<void> {
  const deleted: ThreadEvent = { type: 'deleted', platform: 'slack', ref };
  await handlers.thread(deleted);
}

function membership(identity: Identity): Pick<MembershipEvent, 'platform' | 'workspace'> {
  return { platform: 'slack', workspace: identity.workspace };
}
