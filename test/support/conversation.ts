import { afterAll, beforeAll, expect } from 'vitest';
import { utcTime } from '../../src/chat/plain.ts';
import type { FetchPublic } from '../../src/decks/published/fetch-bytes.ts';
import type { DrawPicture, FeedSite, PaintFormula } from '../../src/delivery/context.ts';
import type { Grader } from '../../src/delivery/grader.ts';
import { formatTime } from '../../src/platforms/playground/reading.ts';
import { button, formOf, messageOf } from './answered.ts';
import { type Bot, MONDAY_NINE, startBot } from './bot.ts';
import { type TestClock, testClock } from './clock.ts';
import { untilAllRests } from './settled.ts';
import type { Person, RunArgs, Seen, Stage } from './stage.ts';

/** A stage with the bot on it, for the tests of one `describe`. */
export interface Conversation {
  readonly clock: TestClock;
  /** From the first `beforeAll` on. */
  readonly stage: Stage;
  readonly bot: Bot;
}

interface ConversationOptions {
  readonly trouble?: boolean;
  readonly paintFormula?: PaintFormula;
  readonly drawPicture?: DrawPicture;
  readonly openGrader?: () => Promise<Grader>;
  readonly fetchPublic?: FetchPublic;
  readonly feed?: FeedSite;
}

/**
 * Opens a stage and starts the bot on it; ends both after the tests. Unless trouble is what the tests
 * are about, they fail where the platform refused something or the bot logged a warning.
 */
export function converse(
  open: (now: () => Date) => Promise<Stage>,
  options: ConversationOptions = {},
): Conversation {
  const clock = testClock(MONDAY_NINE);
  let opened: { readonly stage: Stage; readonly bot: Bot } | undefined;
  const here = () => {
    if (!opened) throw new Error('the conversation begins in beforeAll');
    return opened;
  };
  beforeAll(async () => {
    const stage = await open(() => clock.peek());
    const { paintFormula, drawPicture, openGrader, fetchPublic, feed } = options;
    const parts = {
      ...(paintFormula && { paintFormula }),
      ...(drawPicture && { drawPicture }),
      ...(fetchPublic && { fetchPublic }),
      ...(feed && { feed }),
      ...(openGrader && { grader: await openGrader() }),
    };
    opened = { stage, bot: await startBot(stage, clock, undefined, parts) };
  });
  afterAll(async () => {
    const { stage, bot } = here();
    const faults = { refusals: [...stage.refusals()], errors: [...bot.errors] };
    await bot.stop();
    await stage.close();
    if (!options.trouble) expect(faults).toEqual({ refusals: [], errors: [] });
  });
  return {
    clock,
    get stage() {
      return here().stage;
    },
    get bot() {
      return here().bot;
    },
  };
}

/** A schedule of every day at ten, so that round `n` is due at `dueAt(n)`. */
export const DAILY = { cron: '0 10 * * *', answeringSeconds: 8 * 3600 } as const;

/** When the daily track's nth round is due, counted from the Monday the tests begin on. */
export function dueAt(round: number): Date {
  return new Date(Date.UTC(2026, 10, 22 + round, 10));
}

export function deadlineOf(round: number): Date {
  return new Date(dueAt(round).getTime() + DAILY.answeringSeconds * 1000);
}

/** Resolves when no round owes anything, no job is left, and people see all that came of it. */
export async function untilAllIsShown({ bot, stage, clock }: Conversation): Promise<void> {
  await untilAllRests(bot.runtime.context.db, () => clock.peek());
  await stage.caughtUp();
}

/** Lets the daily track's nth round begin; returns its question, the channel's nth message. */
export async function ask({ bot }: Conversation, round: number): Promise<Seen> {
  await bot.goTo(dueAt(round));
  return bot.question(round);
}

/** Lets the nth round end; returns the question's message as it stands then. */
export async function close(
  { bot, stage }: Conversation,
  round: number,
  question: Seen,
): Promise<Seen> {
  await bot.goTo(deadlineOf(round));
  return closed(stage, question);
}

/** The question's message as soon as it says that the round is over; its reveal stands before that. */
export async function closed(stage: Stage, { id }: Seen, channel?: string): Promise<Seen> {
  return stage.until(
    () =>
      stage
        .channelMessages(channel)
        .find((message) => message.id === id && /Closed|Приём закрыт/.test(message.text)),
    'the closed question',
  );
}

/** Answers by the *Answer* form, whatever language its buttons are in; returns what came back. */
export async function answer(
  person: Person,
  question: Seen,
  text: string,
  name: 'show' | 'hide' = 'show',
): Promise<Seen> {
  const form = formOf(await person.press(answerButton(question)));
  return messageOf(await person.send(form, { text, name }));
}

/** What the form holds when this person opens it. */
export async function formHolds(
  person: Person,
  question: Seen,
): Promise<Readonly<Record<string, string>>> {
  const { fields } = formOf(await person.press(answerButton(question)));
  return Object.fromEntries(fields.map(({ id, value }) => [id, value]));
}

function answerButton(question: Seen) {
  const label = question.buttons.some((each) => each.label === 'Answer') ? 'Answer' : 'Ответить';
  return button(question, label);
}

/** Replies in the question's thread; resolves once the reply bears its mark. */
export async function reply(
  { stage }: Conversation,
  person: Person,
  question: Seen,
  text: string,
): Promise<Seen> {
  const written = await person.reply(question, text);
  await stage.until(
    () => inThread(stage, question, written)?.marks.includes('accepted'),
    `the mark on ${person.name}’s reply`,
  );
  return written;
}

/** How a message in the question's thread stands now. */
export function inThread(stage: Stage, question: Seen, { id }: Seen): Seen | undefined {
  return stage.threadMessages(question).find((message) => message.id === id);
}

/** What the bot has said in the question's thread, message by message. */
export function botSaid(stage: Stage, question: Seen): readonly Seen[] {
  return stage.threadMessages(question).filter(({ author }) => author === 'whetstone');
}

/** All words of the reveal in the question's thread. */
export function revealText(stage: Stage, question: Seen): string {
  return botSaid(stage, question)
    .map(({ text }) => text)
    .join('\n');
}

/** What a command that answers with a message says to this person. */
export async function said(person: Person, command: string, ...rest: RunArgs): Promise<string> {
  return messageOf(await person.run(command, ...rest)).text;
}

/** How an instant looks on the stage: in UTC, or on the playground in the onlooker’s own clock. */
export function instant(stage: Stage, at: Date | string): string {
  const date = new Date(at);
  if (stage.name !== 'playground') return utcTime(date);
  return formatTime(date, 'datetime', { language: 'en', now: date });
}
