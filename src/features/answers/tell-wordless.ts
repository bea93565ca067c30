import type { ThreadMessage } from '../../chat/event.ts';
import type { MessageRef } from '../../chat/place.ts';
import { channel } from '../../chat/text.ts';
import type { Db } from '../../db/connect.ts';
import { findMemberById, saveMember } from '../../db/members.ts';
import type { Member, Round } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { logRefusal } from '../../delivery/platform-faults.ts';
import { writeToMember } from '../../delivery/write-to-member.ts';
import { defineJob } from '../../jobs/job.ts';
import { type RoundContext, withRoundLock } from '../rounds/with-round.ts';
import { hasCounted } from '../standings/counted-answers.ts';
import { tellOnce } from './tell-once.ts';
import { answerWords } from './words/index.ts';

interface WordlessReply {
  readonly roundId: number;
  readonly memberId: number;
  readonly message: MessageRef;
}

/** Tells the author of a reply without words, such as a picture, that only words count. */
export const wordlessJob = defineJob<WordlessReply>('wordless');

/**
 * Has the author told once a round, and only while it is open: afterwards a thread is for talk. Anyone who has an
 * answer already knows how to give one, so a picture beside it is talk as well.
 */
export async function enqueueWordlessNote(
  context: Context,
  { round, workspaceId }: { readonly round: Round; readonly workspaceId: number },
  { ref, member }: ThreadMessage,
): Promise<void> {
  if (round.status !== 'open') return;
  await inTransaction(context, async ({ db, enqueue }) => {
    const { id: memberId } = await saveMember(db, workspaceId, member);
    if (await hasCounted(db, round.id, memberId)) return;
    if (!(await claimNote(db, round.id, memberId))) return;
    await enqueue(db, wordlessJob, { roundId: round.id, memberId, message: ref });
  });
}

/** Returns whether nobody told them before in this round. */
async function claimNote(db: Db, roundId: number, memberId: number): Promise<boolean> {
  const claimed = await db
    .insertInto('wordlessNotes')
    .values({ roundId, memberId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('memberId')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Says it where the author alone sees it; who takes no private messages is told nothing. */
export async function tellWordless(context: Context, reply: WordlessReply): Promise<void> {
  await withRoundLock(context, reply.roundId, async (at) => {
    const member = await findMemberById(context.db, reply.memberId);
    if (!member || at.round.status !== 'open') return;
    await logRefusal(context, reply, () => tell(context, at, { member, ref: reply.message }));
  });
}

interface Told {
  readonly member: Member;
  readonly ref: MessageRef;
}

async function tell(context: Context, at: RoundContext, { member, ref }: Told): Promise<void> {
  const { platform, workspace, round, track } = at;
  const key = `wordless-${round.id}-${member.id}`;
  if (platform.tellsPrivately) {
    const text = (words: ReturnType<typeof answerWords>) => words.wordless;
    return tellOnce(context, at, { member, ref, text, tone: 'warning', key });
  }
  const words = answerWords(member.language ?? round.language);
  const message = noteCard(words.wordlessIn(channel(track.channel)), 'warning');
  await writeToMember(context, { platform, workspace, member, message, key });
}
