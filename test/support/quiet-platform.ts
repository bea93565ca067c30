import type { SpellCommand } from '../../src/chat/command.ts';
import type { Message } from '../../src/chat/message.ts';
import type { MessageRef, Place, PlatformName } from '../../src/chat/place.ts';
import { plainText } from '../../src/chat/plain.ts';
import {
  type Platform,
  PlatformError,
  type PlatformFault,
  type StartOptions,
} from '../../src/chat/platform.ts';
import type { PlaceFault } from '../../src/domain/track-plan.ts';
import { SPELL } from './spell.ts';

/** What stands on a quiet platform. */
interface QuietPost {
  readonly key: string;
  readonly ref: MessageRef;
  /** The newest state of the message, after edits. */
  message: Message;
  readonly text: string;
}

/**
 * A platform that keeps what it is given in memory and does as a test tells it: for tests of verbs and
 * commands that touch a platform in passing. What is about a platform itself runs on a stage.
 */
export interface QuietPlatform extends Platform {
  readonly posts: readonly QuietPost[];
  /** Started with; undefined before. */
  readonly startOptions: StartOptions | undefined;
  /** What the bot lacks in every channel from now on. */
  lack(...permissions: readonly string[]): void;
  /** Why no round can be held in any channel from now on; undefined: one can. */
  unfit(fault: PlaceFault | undefined): void;
  /** Every outbound call fails so from now on; undefined: all is well again. */
  fail(fault: PlatformFault | undefined): void;
  /** The next post is made, but nobody hears of it. */
  loseAnswer(): void;
}

export function quietPlatform(name: PlatformName = 'discord'): QuietPlatform {
  const posts: QuietPost[] = [];
  let startOptions: StartOptions | undefined;
  let lacking: readonly string[] = [];
  let placeFault: PlaceFault | undefined;
  let fault: PlatformFault | undefined;
  let losing = false;
  const attempt = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (fault) throw new PlatformError(fault, 'as the test asked');
    return work();
  };
  return {
    name,
    readsThreads: true,
    tellsPrivately: true,
    files: { largest: 1_000_000, inReplies: true },
    posts,
    get startOptions() {
      return startOptions;
    },
    lack: (...permissions) => void (lacking = permissions),
    unfit: (next) => void (placeFault = next),
    fail: (next) => void (fault = next),
    start: (given) => Promise.resolve(void (startOptions = given)),
    stop: () => Promise.resolve(),
    state: () => ({ status: 'ready' }),
    paginate: (message) => [message],
    loseAnswer: () => void (losing = true),
    post: (place, message, key) =>
      attempt(() => {
        const ref = put(posts, { place, message, key }, SPELL[name]);
        const lost = losing;
        losing = false;
        if (lost) throw new PlatformError({ code: 'in-doubt' }, 'as the test asked');
        return ref;
      }),
    find: (_place, key) => attempt(() => posts.find((post) => post.key === key)?.ref),
    edit: (ref, message) => attempt(() => change(posts, ref, message)),
    openThread: (ref) =>
      attempt(() => ({ thread: { ...placeOf(ref), thread: ref.message }, isNew: false })),
    acknowledge: () => attempt(() => undefined),
    unmark: () => attempt(() => undefined),
    tell: () => attempt(() => undefined),
    openDirect: (workspace, member) => attempt(() => ({ workspace, channel: member })),
    checkPlace: () => attempt(() => placeFault),
    missingPermissions: () => attempt(() => lacking),
    mayManage: () => attempt(() => true),
    findPerson: (_workspace, id) => attempt(() => ({ id, name: id })),
    isInGroup: () => attempt(() => false),
    groups: () => attempt(() => []),
    mayNotify: () => attempt(() => true),
    creatorOf: () => attempt(() => undefined),
    threadHistory: () => attempt(() => []),
  };
}

function put(
  posts: QuietPost[],
  { place, message, key }: { place: Place; message: Message; key: string },
  spellCommand: SpellCommand,
): MessageRef {
  const ref = { ...place, message: `message-${posts.length + 1}` };
  posts.push({
    key,
    ref,
    message,
    get text() {
      return plainText(this.message, spellCommand);
    },
  });
  return ref;
}

function change(posts: readonly QuietPost[], ref: MessageRef, message: Message): void {
  const post = posts.find((one) => one.ref.message === ref.message);
  if (!post) throw new PlatformError({ code: 'message-gone' }, ref.message);
  post.message = message;
}

function placeOf({ workspace, channel }: MessageRef): Place {
  return { workspace, channel };
}
