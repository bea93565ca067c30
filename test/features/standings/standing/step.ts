import type { ThreadMessage } from '../../../../src/chat/event.ts';
import { PlatformError } from '../../../../src/chat/platform.ts';
import { findMember, saveMember } from '../../../../src/db/members.ts';
import type { Round } from '../../../../src/db/tables.ts';
import { updateTrack } from '../../../../src/db/tracks.ts';
import type { Context } from '../../../../src/delivery/context.ts';
import { onThreadEvent } from '../../../../src/features/answers/on-thread-event.ts';
import { submitAnswer } from '../../../../src/features/answers/submit-answer.ts';
import { announceAway } from '../../../../src/features/away/announce-away.ts';
import { clearAway } from '../../../../src/features/away/clear-away.ts';
import { forgetMember } from '../../../../src/features/privacy/forget-member.ts';
import { revealNow } from '../../../../src/features/reveals/reveal-now.ts';
import { askRound } from '../../../../src/features/rounds/ask-round.ts';
import { notePresence } from '../../../../src/features/rounds/note-presence.ts';
import { watchRounds } from '../../../../src/features/rounds/watch-rounds.ts';
import { correct, type CorrectionStep } from './correct.ts';
import type { Said } from './expected.ts';
import { type History, profileOf, roundsOf, setStatus, type ThreadHappening } from './history.ts';

/** What may happen next. `back` counts from the newest: the so-manieth round, message or event. */
export type Step =
  /** `down`: nobody looks at the clock meanwhile. */
  | { readonly type: 'wait'; readonly hours: number; readonly down: boolean }
  /** Eight days on each of which this member answers. */
  | { readonly type: 'week'; readonly member: number }
  | { readonly type: 'form'; readonly member: number; readonly back: number }
  /** Written in a thread, and delivered at once if it `arrives`. */
  | {
      readonly type: 'write';
      readonly member: number;
      readonly back: number;
      readonly arrives: boolean;
    }
  | {
      readonly type: 'rewrite';
      readonly back: number;
      readonly arrives: boolean;
      readonly text: string;
    }
  | { readonly type: 'delete'; readonly back: number; readonly arrives: boolean }
  /** Something that happened in a thread is delivered, late or once more. */
  | { readonly type: 'deliver'; readonly back: number }
  | { readonly type: 'pause' | 'resume' }
  /** The newest open round ends now. */
  | { readonly type: 'reveal' }
  /** A wait after which the post that is due is made, but nobody hears of it. */
  | { readonly type: 'doubt'; readonly hours: number }
  /** Rounds are open for so long from now on. */
  | { readonly type: 'answering'; readonly hours: number }
  | { readonly type: 'forget'; readonly member: number }
  /** So many days, of which the first is so many days ahead. */
  | {
      readonly type: 'off';
      readonly member: number;
      readonly ahead: number;
      readonly days: number;
    }
  | { readonly type: 'back'; readonly member: number }
  | CorrectionStep;

export async function take(history: History, step: Step): Promise<void> {
  switch (step.type) {
    case 'wait':
      return wait(history, step.hours, step.down);
    case 'week':
      return week(history, step.member);
    case 'form':
      return sendForm(history, step.member, step.back);
    case 'write':
      return write(history, step);
    case 'rewrite':
      return rewrite(history, step);
    case 'delete':
      return remove(history, step);
    case 'deliver':
      return deliver(history, history.events.at(-1 - step.back));
    case 'pause':
      return setStatus(history, 'paused');
    case 'resume':
      return setStatus(history, 'active');
    case 'reveal':
      return void (await revealNow(history.world.context, history.track.id));
    case 'doubt':
      history.platform.loseAnswer();
      return wait(history, step.hours, false);
    case 'answering':
      return setAnswering(history, 1 + step.hours * 4);
    case 'forget':
      return forget(history, step.member);
    case 'off':
      return takeOff(history, step);
    case 'back':
      return comeBack(history, step.member);
    case 'void':
    case 'unvoid':
    case 'count':
    case 'uncount':
      return correct(history, step);
  }
}

async function wait(history: History, hours: number, down: boolean): Promise<void> {
  const { context, clock } = history.world;
  const from = clock.peek();
  // Someone who comes back looks at once.
  if (!down) await look(history);
  clock.advance({ hours });
  if (down) return void history.away.push({ from, until: clock.peek() });
  await context.db.updateTable('presences').set({ seenAt: clock.peek() }).execute();
  await look(history);
}

/** What a process does every few seconds. */
async function look(history: History): Promise<void> {
  const { context } = history.world;
  await notePresence(context);
  await watchRounds(context);
  for (const round of await roundsOf(history)) {
    if (round.status === 'claimed') await askOrDoubt(context, round.id);
  }
}

async function askOrDoubt(context: Context, roundId: number): Promise<void> {
  try {
    await askRound(context, roundId);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
  }
}

async function setAnswering({ world, track }: History, hours: number): Promise<void> {
  await updateTrack(world.context.db, track.id, { answeringSeconds: hours * 3600 });
}

async function week(history: History, member: number): Promise<void> {
  for (let day = 0; day < 8; day++) {
    await wait(history, 24, false);
    await sendForm(history, member, 0);
  }
}

async function sendForm(history: History, member: number, back: number): Promise<void> {
  const round = (await roundsOf(history)).at(-1 - back);
  if (!round?.closesAt) return;
  const said = say(history, round, member);
  await submitAnswer(history.world.context, round.id, {
    workspaceId: history.track.workspaceId,
    member: profileOf(member),
    source: 'form',
    sourceKey: said.id,
    gesture: said.id,
    text: 'an answer',
    anonymous: false,
    saidAt: said.at,
    revisedAt: said.at,
  });
  said.heard = true;
  if (said.at < round.closesAt) said.inTime = { at: said.at, hasWords: true };
}

type Written = Extract<Step, { type: 'write' }>;

async function write(history: History, { member, back, arrives }: Written): Promise<void> {
  const round = (await roundsOf(history)).at(-1 - back);
  if (!round?.thread?.thread) return;
  const said = say(history, round, member, round.thread.thread);
  const event = { type: 'written', message: messageOf(history, said, 'an answer') } as const;
  await happen(history, { said, event }, arrives);
}

async function rewrite(
  history: History,
  { back, arrives, text }: Extract<Step, { type: 'rewrite' }>,
): Promise<void> {
  const said = history.said.filter(({ thread }) => thread).at(-1 - back);
  if (!said) return;
  const message = messageOf(history, said, text);
  const event = { type: 'edited', message, revisedAt: history.world.clock.peek() } as const;
  await happen(history, { said, event }, arrives);
}

async function remove(
  history: History,
  { back, arrives }: Extract<Step, { type: 'delete' }>,
): Promise<void> {
  const said = history.said.filter(({ thread }) => thread).at(-1 - back);
  if (!said) return;
  const { platform, ref } = messageOf(history, said, '');
  await happen(history, { said, event: { type: 'deleted', platform, ref } }, arrives);
}

/** Nothing that was heard of them counts any more, whatever is delivered again. */
async function forget(history: History, member: number): Promise<void> {
  const { context } = history.world;
  const { id: externalId } = profileOf(member);
  const found = await findMember(context.db, history.track.workspaceId, externalId);
  if (!found) return;
  await forgetMember(context, found.id);
  const others = history.daysOff.filter((one) => one.member !== member);
  history.daysOff.splice(0, Infinity, ...others);
  const { counted } = history.corrections;
  for (const key of counted) if (key.endsWith(`:${member}`)) counted.delete(key);
  for (const said of history.said) {
    if (said.member === member && said.heard) said.takenBackAt = new Date(0);
  }
}

/** Announced by two presses at the same time. */
async function takeOff(
  history: History,
  { member, ahead, days }: Extract<Step, { type: 'off' }>,
): Promise<void> {
  const { who, at, today } = await dayOf(history, member);
  const [from, until] = [today + ahead, today + ahead + days - 1];
  const announce = () => announceAway(history.world.context, who, { from, until });
  await Promise.all([announce(), announce()]);
  history.daysOff.push({ member, at, type: 'off', from, until });
}

async function comeBack(history: History, member: number): Promise<void> {
  const { who, at, today } = await dayOf(history, member);
  await clearAway(history.world.context, who, today);
  history.daysOff.push({ member, at, type: 'back', from: today, until: today + 1000 });
}

async function dayOf({ world, track }: History, member: number) {
  const { workspaceId } = track;
  const { id: memberId } = await saveMember(world.context.db, workspaceId, profileOf(member));
  const at = world.clock.peek();
  const today = Math.floor(at.getTime() / 86_400_000);
  return { who: { memberId, workspaceId }, at, today };
}

async function happen(
  history: History,
  happening: ThreadHappening,
  arrives: boolean,
): Promise<void> {
  history.events.push(happening);
  if (arrives) await deliver(history, happening);
}

/** Delivers to two replicas at the same time. */
async function deliver(history: History, happening: ThreadHappening | undefined): Promise<void> {
  if (!happening) return;
  const { context, clock } = history.world;
  await Promise.all([
    onThreadEvent(context, happening.event),
    onThreadEvent(context, happening.event),
  ]);
  const round = (await roundsOf(history)).find(({ id }) => id === happening.said.round);
  note(happening, round?.closesAt ?? clock.peek(), clock.peek());
}

/** What a delivery should come to. */
function note({ said, event }: ThreadHappening, closesAt: Date, now: Date): void {
  if (event.type === 'deleted') {
    said.takenBackAt ??= now;
    return;
  }
  const at = event.type === 'edited' ? event.revisedAt : event.message.at;
  const hasWords = event.message.text !== '';
  if (said.takenBackAt || (!hasWords && at <= said.at)) return;
  if (at < closesAt) {
    noteInTime(said, { at, hasWords });
  } else if (hasWords) {
    said.heard = true;
  } else {
    said.takenBackAt = now;
  }
}

/** Until the deadline the newest form counts, in whatever order they are heard. */
function noteInTime(said: Said, form: NonNullable<Said['inTime']>): void {
  if (said.inTime && said.inTime.at >= form.at) return;
  said.inTime = form;
  said.heard ||= form.hasWords;
}

function say(history: History, round: Round, member: number, thread?: string): Said {
  const said: Said = {
    id: `said-${history.said.length + 1}`,
    round: round.id,
    member,
    at: history.world.clock.peek(),
    heard: false,
    ...(thread !== undefined && { thread }),
  };
  history.said.push(said);
  return said;
}

function messageOf({ workspace, track }: History, said: Said, text: string): ThreadMessage {
  const { id, thread = '', at, member } = said;
  const ref = { workspace, channel: track.channel, thread, message: id };
  return { platform: 'discord', ref, member: profileOf(member), text, at, gesture: id };
}
