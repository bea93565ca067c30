import { onTestFinished } from 'vitest';
import type { CommandDefinition } from '../../../src/chat/command.ts';
import type {
  ButtonEvent,
  CommandEvent,
  CompletionEvent,
  FormEvent,
  GestureName,
  Handlers,
  MembershipEvent,
  Response,
  ThreadEvent,
} from '../../../src/chat/event.ts';
import type { Message } from '../../../src/chat/message.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { Platform } from '../../../src/chat/platform.ts';
import {
  type DiscordStage,
  type DiscordStageOptions,
  openDiscordStage,
} from '../../support/discord/stage.ts';
import type { Answered, Seen, SeenForm } from '../../support/stage.ts';

/** An inbox that keeps what it is given and answers as the test says. */
export interface RecordingHandlers extends Handlers {
  readonly commands: CommandEvent[];
  readonly buttons: ButtonEvent[];
  readonly forms: FormEvent[];
  readonly completions: CompletionEvent[];
  readonly threads: ThreadEvent[];
  readonly memberships: MembershipEvent[];
}

export interface Answers {
  readonly opensForm?: (what: string) => boolean;
  readonly isRepeatable?: (what: GestureName) => boolean;
  readonly command?: (event: CommandEvent) => Response | Promise<Response>;
  readonly button?: (event: ButtonEvent) => Response | Promise<Response>;
  readonly form?: (event: FormEvent) => Response | Promise<Response>;
  readonly complete?: (event: CompletionEvent) => readonly string[];
}

export const text = (words: string): Message => ({ blocks: [{ type: 'text', text: [words] }] });
export const reply = (words: string): Response => ({ type: 'reply', message: text(words) });

export function recordingHandlers(answers: Answers = {}): RecordingHandlers {
  const handlers = {
    commands: [] as CommandEvent[],
    buttons: [] as ButtonEvent[],
    forms: [] as FormEvent[],
    completions: [] as CompletionEvent[],
    threads: [] as ThreadEvent[],
    memberships: [] as MembershipEvent[],
  };
  return {
    ...handlers,
    opensForm: answers.opensForm ?? (() => false),
    isRepeatable: answers.isRepeatable ?? (() => false),
    async command(event) {
      handlers.commands.push(event);
      return (await answers.command?.(event)) ?? reply('done');
    },
    async button(event) {
      handlers.buttons.push(event);
      return (await answers.button?.(event)) ?? reply('pressed');
    },
    async form(event) {
      handlers.forms.push(event);
      return (await answers.form?.(event)) ?? reply('sent');
    },
    messageCommand: () => Promise.resolve(reply('chosen')),
    complete(event) {
      handlers.completions.push(event);
      const offered = answers.complete?.(event) ?? [];
      return Promise.resolve(offered.map((label) => ({ label, value: label })));
    },
    thread(event) {
      handlers.threads.push(event);
      return Promise.resolve();
    },
    membership(event) {
      handlers.memberships.push(event);
      return Promise.resolve();
    },
    apology: (language) => text(language === 'ru' ? 'Простите.' : 'Sorry.'),
  };
}

const both = (en: string, ru = en) => ({ en, ru });

/** A few commands of each shape. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'quiz',
    names: both('quiz', 'вопрос'),
    descriptions: both('A question now', 'Вопрос сейчас'),
    ownName: true,
    options: [
      {
        name: 'topic',
        names: both('topic', 'тема'),
        descriptions: both('What about', 'О чём'),
        type: 'text',
        completes: true,
      },
      {
        name: 'who',
        names: both('who', 'кто'),
        descriptions: both('Whose', 'Чей'),
        type: 'member',
      },
      {
        name: 'difficulty',
        names: both('difficulty', 'сложность'),
        descriptions: both('How hard', 'Насколько сложно'),
        type: 'choice',
        choices: [{ value: 'easy', labels: both('Easy', 'Лёгкий') }],
      },
    ],
  },
  {
    name: 'track',
    names: both('track', 'программа'),
    descriptions: both('Manage tracks', 'Управлять программами'),
    manage: true,
    ownName: true,
    subcommands: [
      {
        name: 'add',
        names: both('add', 'добавить'),
        descriptions: both('Add a track', 'Добавить программу'),
        options: [
          {
            name: 'note',
            names: both('note', 'заметка'),
            descriptions: both('A note', 'Заметка'),
            type: 'text',
          },
          {
            name: 'deck',
            names: both('deck', 'колода'),
            descriptions: both('The deck', 'Колода'),
            type: 'text',
            required: true,
          },
        ],
      },
    ],
  },
];

/** A loopback Discord that is closed after the test. */
export async function openStage(options?: DiscordStageOptions): Promise<DiscordStage> {
  const stage = await openDiscordStage(options);
  onTestFinished(() => stage.close());
  return stage;
}

/** The adapter on the stage, not started; good for posting. Stopped after the test. */
export function posting(stage: DiscordStage): Platform {
  const platform = stage.platform();
  onTestFinished(() => platform.stop());
  return platform;
}

/** The adapter, connected and with its commands known. */
export async function connect(
  stage: DiscordStage,
  handlers: Handlers,
  commands = COMMANDS,
): Promise<Platform> {
  const platform = posting(stage);
  await platform.start({ commands, handlers });
  return platform;
}

export const channelOf = ({ workspace, channel }: DiscordStage): Place => ({ workspace, channel });

export const withButton = (words: string, name: string): Message => ({
  blocks: [
    { type: 'text', text: [words] },
    { type: 'buttons', buttons: [{ label: 'Go', action: { name, args: ['a:b'] } }] },
  ],
});

export function message(answered: Answered): Seen {
  if (answered.type !== 'message') throw new Error('a form came instead of a message');
  return answered.message;
}

export function opened(answered: Answered): SeenForm {
  if (answered.type !== 'form') throw new Error('a message came instead of a form');
  return answered.form;
}

/** What refers people to it; every bot has it. */
export const HELP = {
  name: 'help',
  names: { en: 'help', ru: 'помощь' },
  descriptions: { en: 'Help', ru: 'Помощь' },
};
