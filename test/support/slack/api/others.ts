import type { View } from '../block-kit.ts';
import { checkPost, checkView } from '../check.ts';
import { TAKES, TRIGGER_MS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { addMessage, BOT, type StoredView, TEAM } from '../world.ts';
import {
  type Answer,
  blocksArg,
  type Call,
  messageArg,
  type Method,
  optionalText,
  textArg,
  threadArg,
  writableChannel,
} from './call.ts';
import { markRoot } from './chat.ts';

export const OTHERS: Readonly<Record<string, Method>> = {
  'auth.test': { run: authTest },
  'blocks.validate': { run: validateBlocks },
  'apps.connections.open': { app: true, run: openConnection },
  'usergroups.list': { scope: 'usergroups:read', run: listGroups },
  'usergroups.users.list': { scope: 'usergroups:read', run: groupUsers },
  'users.info': { scope: 'users:read', run: userInfo },
  'reactions.add': { scope: 'reactions:write', run: addReaction },
  'reactions.remove': { scope: 'reactions:write', run: removeReaction },
  'views.open': { run: openView },
  'files.getUploadURLExternal': { scope: 'files:write', run: getUploadUrl },
  'files.completeUploadExternal': { scope: 'files:write', run: completeUpload },
  'files.delete': { scope: 'files:write', run: deleteFile },
};

function authTest(): Answer {
  return {
    url: `https://${TEAM.domain}.slack.com/`,
    team: TEAM.name,
    user: BOT.name,
    team_id: TEAM.id,
    user_id: BOT.user,
    bot_id: BOT.bot,
    is_enterprise_install: false,
  };
}

/** Looks at blocks as a post does, and posts nothing. */
function validateBlocks(call: Call): Answer {
  checkPost(call.schema, { blocks: blocksArg(call) });
  return {};
}

function openConnection({ origin }: Call): Answer {
  return { url: `${origin.replace('http', 'ws')}/socket` };
}

function userInfo(call: Call): Answer {
  const user = call.world.users.get(textArg(call, 'user'));
  if (!user) throw new Refusal('user_not_found');
  const withLocale = String(call.args['include_locale']) === 'true';
  return {
    user: {
      id: user.id,
      team_id: user.team ?? TEAM.id,
      name: user.name.toLowerCase(),
      real_name: user.name,
      tz: user.timezone,
      profile: { display_name: user.name, real_name: user.name },
      is_admin: user.manages,
      is_owner: false,
      is_bot: false,
      deleted: call.world.deleted.has(user.id),
      ...(withLocale && { locale: user.locale }),
    },
  };
}

/** Those that were switched off are not among them unless they are asked for. */
function listGroups({ world }: Call): Answer {
  const usergroups = [...world.groups.keys()].map((id) => {
    const handle = world.handles.get(id) ?? id;
    return { id, team_id: TEAM.id, is_usergroup: true, name: handle, handle, date_delete: 0 };
  });
  return { usergroups };
}

function groupUsers(call: Call): Answer {
  const users = call.world.groups.get(textArg(call, 'usergroup'));
  if (!users) throw new Refusal('no_such_subteam');
  return { users };
}

function addReaction(call: Call): Answer {
  const message = messageArg(call, writableChannel(call), 'timestamp');
  const name = textArg(call, 'name');
  if (message.reactions.has(name)) throw new Refusal('already_reacted');
  message.reactions.add(name);
  call.world.changes.emit('change');
  return {};
}

function removeReaction(call: Call): Answer {
  const message = messageArg(call, writableChannel(call), 'timestamp');
  if (!message.reactions.delete(textArg(call, 'name'))) throw new Refusal('no_reaction');
  call.world.changes.emit('change');
  return {};
}

function openView(call: Call): Answer {
  const { world } = call;
  const trigger = world.triggers.get(textArg(call, 'trigger_id'));
  if (!trigger) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (world.now().getTime() - trigger.at > TRIGGER_MS) throw new Refusal('expired_trigger_id');
  const view = call.args['view'] as View;
  checkView(call.schema, view);
  const takesFiles = view.blocks.some(({ element }) => element?.type === 'file_input');
  if (takesFiles && !world.scopes.has('files:read')) {
    throw new Refusal('missing_scope', [], { needed: 'files:read' });
  }
  trigger.used = true;
  const opened: StoredView = { id: world.nextId('V'), member: trigger.gesture.member, view };
  world.views.set(opened.id, opened);
  trigger.gesture.form = opened;
  world.changes.emit('change');
  return { view: { id: opened.id, ...view } };
}

function getUploadUrl(call: Call): Answer {
  const { world, origin } = call;
  const name = textArg(call, 'filename');
  if (!(Number(call.args['length']) > 0)) throw new Refusal('invalid_arguments', ['length']);
  // Slack ignores what it does not know; the loopback does not, or a misspelt name would go unseen.
  const unknown = Object.keys(call.args).filter((key) => !UPLOAD_ARGUMENTS.includes(key));
  if (unknown.length > 0) throw new Refusal('invalid_arguments', unknown);
  const alt = optionalText(call, 'alt_txt') ?? '';
  if (alt.length > TAKES.uploadAlt) throw new Refusal('alt_txt_too_large');
  const id = world.nextId('F');
  world.files.set(id, { id, name, alt, completed: false });
  return { upload_url: `${origin}/upload/${id}`, file_id: id };
}

const UPLOAD_ARGUMENTS = ['token', 'filename', 'length', 'alt_txt', 'snippet_type'];

function completeUpload(call: Call): Answer {
  const files = (call.args['files'] ?? []) as readonly { id: string }[];
  for (const { id } of files) {
    const file = call.world.files.get(id);
    if (!file?.bytes) throw new Refusal('file_not_found');
    file.completed = true;
  }
  if (call.args['channel_id'] !== undefined) share(call, files);
  return { files: files.map(({ id }) => ({ id })) };
}

/** Every file there is the bot's own. */
function deleteFile(call: Call): Answer {
  if (!call.world.files.delete(textArg(call, 'file'))) throw new Refusal('file_not_found');
  return {};
}

/** With a place, a file becomes a message there. */
function share(call: Call, files: readonly { readonly id: string }[]): void {
  const { world } = call;
  const args = { ...call.args, channel: call.args['channel_id'] };
  const channel = writableChannel({ ...call, args });
  const thread = threadArg(call, channel);
  addMessage(world, {
    channel: channel.id,
    ts: world.nextTs(),
    user: BOT.user,
    botId: BOT.bot,
    text: optionalText(call, 'initial_comment') ?? '',
    blocks: [],
    files: files.map(({ id }) => id),
    reactions: new Set<string>(),
    ...(thread !== undefined && { thread }),
  });
  markRoot(world, channel.id, thread);
}
