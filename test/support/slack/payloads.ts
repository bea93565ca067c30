import { type Block, isInput, type View } from './block-kit.ts';
import type { Envelope } from './delivery.ts';
import { BOT, type SlackUser, TEAM, type World } from './world.ts';

const VERIFICATION_TOKEN = 'loopback-verification-token';

const team = { id: TEAM.id, domain: TEAM.domain };

/** What lets the bot answer: where to, and what to open a form with. */
export interface Answerable {
  readonly responseUrl: string;
  readonly trigger: string;
}

export function slashCommand(
  user: SlackUser,
  channel: { readonly id: string; readonly name: string },
  command: string,
  text: string,
  { responseUrl, trigger }: Answerable,
): Envelope {
  return {
    type: 'slash_commands',
    payload: {
      token: VERIFICATION_TOKEN,
      team_id: TEAM.id,
      team_domain: TEAM.domain,
      channel_id: channel.id,
      channel_name: channel.name,
      user_id: user.id,
      user_name: user.name.toLowerCase(),
      command,
      text,
      api_app_id: BOT.app,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: trigger,
    },
  };
}

export interface PressedOn {
  readonly channel: string;
  readonly channelName: string;
  readonly ts: string;
  readonly thread?: string | undefined;
  readonly onlyForPresser: boolean;
  /** The message itself; Slack leaves it out where only the presser sees it. */
  readonly message: Readonly<Record<string, unknown>>;
}

export function blockAction(
  user: SlackUser,
  on: PressedOn,
  button: object,
  { responseUrl, trigger }: Answerable,
): Envelope {
  const thread = on.thread !== undefined && { thread_ts: on.thread };
  return {
    type: 'interactive',
    payload: {
      type: 'block_actions',
      user: userJson(user),
      api_app_id: BOT.app,
      token: VERIFICATION_TOKEN,
      container: {
        type: 'message',
        message_ts: on.ts,
        channel_id: on.channel,
        is_ephemeral: on.onlyForPresser,
        ...thread,
      },
      trigger_id: trigger,
      team,
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: on.channel, name: on.channelName },
      ...(!on.onlyForPresser && { message: on.message }),
      state: { values: {} },
      response_url: responseUrl,
      actions: [{ ...button, block_id: 'b0', action_ts: on.ts }],
    },
  };
}

/** Files by the fields of a form, as Slack tells of them. */
export type SentFiles = Readonly<Record<string, readonly object[]>>;

/** What stands in a form that is sent. */
interface Filled {
  readonly values?: Readonly<Record<string, string>>;
  readonly files?: SentFiles;
}

export function viewSubmission(
  user: SlackUser,
  id: string,
  view: View,
  sent: Filled,
  trigger: string,
): Envelope {
  return {
    type: 'interactive',
    payload: {
      type: 'view_submission',
      team,
      user: userJson(user),
      api_app_id: BOT.app,
      token: VERIFICATION_TOKEN,
      trigger_id: trigger,
      view: {
        ...view,
        id,
        team_id: TEAM.id,
        state: {
          values: Object.fromEntries(
            view.blocks.filter(isInput).map((block) => stateOf(block, sent)),
          ),
        },
        hash: `${id}.hash`,
        root_view_id: id,
        previous_view_id: null,
        app_id: BOT.app,
        bot_id: BOT.bot,
        app_installed_team_id: TEAM.id,
      },
      response_urls: [],
      is_enterprise_install: false,
      enterprise: null,
    },
  };
}

export function event(world: World, inner: Readonly<Record<string, unknown>>): Envelope {
  const at = Math.floor(world.now().getTime() / 1000);
  return {
    type: 'events_api',
    payload: {
      token: VERIFICATION_TOKEN,
      team_id: TEAM.id,
      api_app_id: BOT.app,
      event: { event_ts: `${at}.000000`, ...inner },
      type: 'event_callback',
      event_id: world.nextId('Ev'),
      event_time: at,
      authorizations: [
        {
          enterprise_id: null,
          team_id: TEAM.id,
          user_id: BOT.user,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
    },
  };
}

function stateOf(block: Block, { values = {}, files = {} }: Filled): [string, object] {
  const { type = '', action_id: action = '', options = [] } = block.element ?? {};
  const id = block.block_id ?? '';
  if (type === 'file_input') return [id, { [action]: { type, files: files[id] ?? [] } }];
  const value = values[id] ?? '';
  const state =
    type === 'static_select'
      ? { type, selected_option: options.find((option) => option.value === value) ?? null }
      : { type, value: value === '' ? null : value };
  return [id, { [action]: state }];
}

const userJson = (user: SlackUser) => ({
  id: user.id,
  username: user.name.toLowerCase(),
  name: user.name.toLowerCase(),
  team_id: user.team ?? TEAM.id,
});
