import type { CommandDefinition } from '../../../src/chat/command.ts';
import type {
  ButtonEvent,
  CommandEvent,
  FormEvent,
  Handlers,
  MembershipEvent,
  Response,
  ThreadEvent,
} from '../../../src/chat/event.ts';
import { type Block, type Message, message } from '../../../src/chat/message.ts';
import type { SlackPlatform } from '../../../src/platforms/slack/index.ts';
import {
  openSlackStage,
  type SlackStage,
  type SlackStageOptions,
} from '../../support/slack/stage.ts';

export const say = (...lines: string[]): Message =>
  message(lines.map((line): Block => ({ type: 'text', text: [line] })));

export const reply = (...lines: string[]): Response => ({ type: 'reply', message: say(...lines) });

const same = (text: string) => ({ en: text, ru: text });

/** A few commands as the real ones are defined: direct and not, with and without subcommands. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'quiz',
    names: { en: 'quiz', ru: 'вопрос' },
    descriptions: same('A question'),
    ownName: true,
    options: [
      { name: 'topic', names: { en: 'topic', ru: 'тема' }, descriptions: same(''), type: 'text' },
      {
        name: 'difficulty',
        names: { en: 'difficulty', ru: 'сложность' },
        descriptions: same(''),
        type: 'choice',
        choices: [
          { value: 'easy', labels: { en: 'Easy', ru: 'Лёгкий' } },
          { value: 'hard', labels: { en: 'Hard', ru: 'Сложный' } },
        ],
      },
    ],
  },
  {
    name: 'streak',
    names: { en: 'streak', ru: 'серия' },
    descriptions: same('A streak'),
    ownName: true,
    options: [
      {
        name: 'member',
        names: { en: 'member', ru: 'участник' },
        descriptions: same(''),
        type: 'member',
      },
    ],
  },
  {
    name: 'track',
    names: { en: 'track', ru: 'трек' },
    descriptions: same('Tracks'),
    ownName: true,
    manage: true,
    subcommands: [
      {
        name: 'add',
        names: { en: 'add', ru: 'добавить' },
        descriptions: same('Add'),
        options: [
          {
            name: 'deck',
            names: { en: 'deck', ru: 'колода' },
            descriptions: same(''),
            type: 'text',
          },
          { name: 'cron', names: { en: 'cron', ru: 'cron' }, descriptions: same(''), type: 'text' },
        ],
      },
      { name: 'list', names: { en: 'list', ru: 'список' }, descriptions: same('List') },
    ],
  },
  {
    name: 'help',
    names: { en: 'help', ru: 'помощь' },
    descriptions: same('Help'),
    ownName: false,
  },
];

/** What the bot under test does; what is left out is not expected to happen. */
export interface Script {
  command?: (event: CommandEvent) => Response | Promise<Response>;
  button?: (event: ButtonEvent) => Response | Promise<Response>;
  form?: (event: FormEvent) => Response | Promise<Response>;
}

export interface Bot {
  readonly platform: SlackPlatform;
  readonly threads: ThreadEvent[];
  readonly memberships: MembershipEvent[];
  readonly commands: CommandEvent[];
  readonly forms: FormEvent[];
}

export interface Scene extends Bot {
  readonly stage: SlackStage;
  end(): Promise<void>;
}

/** A workspace with the bot in it, started and ready. */
export async function openScene(
  script: Script = {},
  options: SlackStageOptions = {},
): Promise<Scene> {
  const stage = await openSlackStage(options);
  const bot = addBot(stage, script);
  await bot.platform.start({ commands: COMMANDS, handlers: bot.handlers });
  return {
    ...bot,
    stage,
    end: async () => {
      await bot.platform.stop();
      await stage.close();
    },
  };
}

/** A bot that is not started yet. */
export function addBot(
  stage: SlackStage,
  script: Script = {},
): Bot & { readonly handlers: Handlers } {
  const heard = {
    threads: [] as ThreadEvent[],
    memberships: [] as MembershipEvent[],
    commands: [] as CommandEvent[],
    forms: [] as FormEvent[],
  };
  return { platform: stage.platform(), ...heard, handlers: recordingHandlers(script, heard) };
}

function recordingHandlers(script: Script, heard: Omit<Bot, 'platform'>): Handlers {
  const unexpected = (what: string): Promise<never> =>
    Promise.reject(new Error(`unexpected ${what}`));
  return {
    opensForm: () => true,
    isRepeatable: () => false,
    command: async (event) => {
      heard.commands.push(event);
      return script.command?.(event) ?? unexpected('command');
    },
    complete: () => Promise.resolve([]),
    button: async (event) => script.button?.(event) ?? unexpected('button'),
    messageCommand: () => Promise.reject(new Error('there are no such menus')),
    form: async (event) => {
      heard.forms.push(event);
      return script.form?.(event) ?? unexpected('form');
    },
    thread: (event) => Promise.resolve(void heard.threads.push(event)),
    membership: (event) => Promise.resolve(void heard.memberships.push(event)),
    apology: (language, lacking) =>
      lacking === undefined
        ? say(language === 'ru' ? 'Простите, ошибка у нас.' : 'Sorry, our fault.')
        : say(`You lack ${lacking}.`),
  };
}

/** A clock that stands still until it is moved. */
export function fixedClock(start = '2026-03-02T09:00:00Z') {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    forward: (seconds: number) => void (at += seconds * 1000),
  };
}
