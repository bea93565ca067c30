import { Refusal } from '../refusal.ts';

/** What an argument has to look like, and the error that Slack's page of the method names for it. */
interface Shape {
  readonly pattern: RegExp;
  readonly error?: string;
}

const CHANNEL: Shape = { pattern: /^[CDG][A-Z0-9]+$/, error: 'channel_not_found' };
const USER: Shape = { pattern: /^[UW][A-Z0-9]+$/, error: 'user_not_found' };
const TS: Shape = { pattern: /^\d+\.\d{6}$/ };
const FLAG: Shape = { pattern: /^(true|false)$/ };
const ANY: Shape = { pattern: /[^]/ };
/** Beside blocks a message's text may be empty: Slack warns of that and takes it. */
const TEXT: Shape = { pattern: /^[^]*$/ };

const OLDEST: Shape = { pattern: /^\d+(\.\d+)?$/, error: 'invalid_ts_oldest' };
/** 1 to 999. */
const LIMIT: Shape = { pattern: /^[1-9]\d{0,2}$/, error: 'invalid_limit' };
const CURSOR: Shape = { pattern: /^\S+$/, error: 'invalid_cursor' };

const MESSAGE = { channel: CHANNEL, text: TEXT, blocks: ANY, metadata: ANY };
const PAGE = {
  ...{ channel: CHANNEL, oldest: OLDEST, latest: OLDEST, limit: LIMIT, cursor: CURSOR },
  ...{ inclusive: FLAG, include_all_metadata: FLAG },
};

/** The arguments that each method's page has, as far as the bot may need them. */
const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  'chat.postMessage': {
    ...MESSAGE,
    ...{ thread_ts: TS, reply_broadcast: FLAG, unfurl_links: FLAG, unfurl_media: FLAG },
    // Documented, and refused by the method itself: they would notify people.
    ...{ link_names: ANY, parse: ANY },
  },
  'blocks.validate': { blocks: ANY },
  'chat.update': { ...MESSAGE, ts: TS, link_names: ANY, parse: ANY },
  'chat.postEphemeral': {
    ...{ channel: CHANNEL, text: TEXT, blocks: ANY, user: USER, thread_ts: TS },
    ...{ link_names: ANY, parse: ANY },
  },
  'conversations.info': { channel: CHANNEL, include_locale: FLAG, include_num_members: FLAG },
  'conversations.open': { users: USER, channel: CHANNEL, return_im: FLAG },
  'conversations.history': PAGE,
  'conversations.replies': { ...PAGE, ts: TS },
  'files.getUploadURLExternal': {
    ...{ filename: ANY, alt_txt: ANY, snippet_type: ANY },
    length: { pattern: /^[1-9]\d*$/ },
  },
  'files.completeUploadExternal': {
    ...{ files: ANY, channel_id: CHANNEL, channels: ANY, thread_ts: TS },
    ...{ initial_comment: TEXT, blocks: ANY },
  },
  'files.delete': { file: { pattern: /^F[A-Z0-9]+$/, error: 'file_not_found' } },
  'users.info': { user: USER, include_locale: FLAG },
  'reactions.add': {
    channel: CHANNEL,
    timestamp: TS,
    name: { pattern: /^[a-z0-9_+'-]+$/, error: 'invalid_name' },
  },
};

/** Refuses what a method's page does not list, and what has another shape than it says. */
export function checkArguments(method: string, args: Readonly<Record<string, unknown>>): void {
  const known = ARGUMENTS[method];
  if (!known) return;
  for (const [name, value] of Object.entries(args)) {
    const shape = known[name];
    if (!shape) throw new Refusal('invalid_arguments', [`[ERROR] unexpected argument: ${name}`]);
    const isText = typeof value === 'string' || typeof value === 'boolean';
    if (isText && !shape.pattern.test(String(value))) {
      throw new Refusal(shape.error ?? 'invalid_arguments', [`[ERROR] invalid ${name}: ${value}`]);
    }
  }
}
