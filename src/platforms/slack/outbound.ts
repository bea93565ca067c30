import type { WebClient } from '@slack/web-api';
import type { Message } from '../../chat/message.ts';
import type { MessageRef, Place } from '../../chat/place.ts';
import type { Mark, MemberNote, Outbound } from '../../chat/platform.ts';
import { checkPlace } from './check-place.ts';
import { deletePictures } from './delete-pictures.ts';
import { openDirect } from './direct.ts';
import { attempt, slackCode } from './errors.ts';
import { find, threadHistory } from './history.ts';
import type { Identity } from './identity.ts';
import { markOf } from './mark.ts';
import type { Members } from './members.ts';
import { creatorOf, findPerson, type Groups } from './people.ts';
import { missingPermissions } from './permissions.ts';
import type { Pictures } from './pictures.ts';
import { shareFiles } from './upload.ts';

export interface OutboundOptions {
  readonly client: WebClient;
  readonly identity: () => Promise<Identity>;
  readonly members: Members;
  readonly groups: Groups;
  readonly pictures: Pictures;
}

/** Everything the bot does of itself. */
export function createOutbound(options: OutboundOptions): Outbound {
  const { client, identity } = options;
  return {
    post: (place, page, key) => post(options, place, { page, key }),
    find: (place, key, since) => find(options, { place, key, since }),
    async edit(ref, page, { deletesPictures = false } = {}) {
      if (deletesPictures) await deletePictures(client, ref);
      await edit(options, ref, page);
    },
    // A thread is there as soon as someone writes under the message.
    openThread: ({ workspace, channel, message }) =>
      Promise.resolve({ thread: { workspace, channel, thread: message }, isNew: false }),
    acknowledge: (ref, mark) => acknowledge(client, ref, mark),
    unmark: (ref, mark) => unmark(client, ref, mark),
    tell: (ref, note) => tell(options, ref, note),
    openDirect: (workspace, member) => openDirect(client, workspace, member),
    checkPlace: (place) => checkPlace(client, identity, place),
    missingPermissions: (place) => missingPermissions(client, identity, place),
    mayManage: async (_workspace, member) => (await options.members(member)).mayManage,
    findPerson: (_workspace, member) => findPerson(client, member),
    isInGroup: async (_workspace, group, member) =>
      (await options.groups.members(group)).includes(member),
    groups: () => options.groups.all(),
    mayNotify: () => Promise.resolve(true),
    creatorOf: (place) => creatorOf(client, place),
    threadHistory: (thread, since) => threadHistory(options, thread, since),
  };
}

const REACTIONS: Record<Mark, string> = { accepted: 'white_check_mark', late: 'clock3' };

interface Post {
  readonly page: Message;
  readonly key: string;
}

async function post(
  { client, pictures }: OutboundOptions,
  place: Place,
  { page, key }: Post,
): Promise<MessageRef> {
  return attempt(async () => {
    await shareFiles(client, place, page);
    const answer = await pictures.send(page, (body) =>
      client.chat.postMessage({
        channel: place.channel,
        ...(place.thread !== undefined && { thread_ts: place.thread }),
        ...body,
        metadata: markOf(key),
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    return { ...place, message: answer.ts ?? '' };
  });
}

/** The post's metadata stays: Slack keeps what an update does not name. */
async function edit(
  { client, pictures }: OutboundOptions,
  ref: MessageRef,
  page: Message,
): Promise<void> {
  await attempt(() =>
    pictures.send(page, (body) =>
      client.chat.update({ channel: ref.channel, ts: ref.message, ...body }),
    ),
  );
}

async function acknowledge(client: WebClient, ref: MessageRef, mark: Mark): Promise<void> {
  await attempt(() => unless('already_reacted', client.reactions.add(reaction(ref, mark))));
}

async function unmark(client: WebClient, ref: MessageRef, mark: Mark): Promise<void> {
  await attempt(() => unless('no_reaction', client.reactions.remove(reaction(ref, mark))));
}

const reaction = ({ channel, message }: MessageRef, mark: Mark) => ({
  ...{ channel, timestamp: message, name: REACTIONS[mark] },
});

/** What was done before is refused with a code of its own, which is as good as done. */
async function unless(done: string, doing: Promise<unknown>): Promise<void> {
  try {
    await doing;
  } catch (error) {
    if (slackCode(error) !== done) throw error;
  }
}

async function tell(
  { client, pictures }: OutboundOptions,
  ref: MessageRef,
  { member, message }: MemberNote,
): Promise<void> {
  await attempt(() =>
    pictures.send(message, (body) =>
      client.chat.postEphemeral({
        channel: ref.channel,
        user: member,
        ...(ref.thread !== undefined && { thread_ts: ref.thread }),
        ...body,
      }),
    ),
  );
}
