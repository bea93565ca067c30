import type { CommandDefinition } from '../../../src/chat/command.ts';
import type {
  ButtonEvent,
  CommandEvent,
  CompletionEvent,
  FormEvent,
  Handlers,
  MembershipEvent,
  Response,
  ThreadEvent,
} from '../../../src/chat/event.ts';
import type { Choice, Form } from '../../../src/chat/form.ts';
import { type Block, type Message, message } from '../../../src/chat/message.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { Platform } from '../../../src/chat/platform.ts';
import type { Controls } from '../../../src/platforms/playground/visitor-context.ts';
import { openPlaygroundStage, type PlaygroundStage } from '../../support/playground/stage.ts';
import type { Seen } from '../../support/stage.ts';

export const NOON = new Date('2026-11-23T12:00:00Z');

export const say = (...lines: string[]): Message =>
  message(lines.map((line): Block => ({ type: 'text', text: [line] })));

export const reply = (...lines: string[]): Response => ({ type: 'reply', message: say(...lines) });

/** A card with one button for each name. */
export const card = (text: string, ...names: string[]): Message =>
  message([
    { type: 'text', text: [text] },
    {
      type: 'buttons',
      buttons: names.map((name) => ({ label: name, action: { name, args: ['7'] } })),
    },
  ]);

export const answerForm: Form = {
  action: { name: 'answer', args: ['7'] },
  title: 'Your answer',
  submit: 'Send',
  fields: [
    { type: 'paragraph', id: 'text', label: 'Answer', required: true, value: '\nhalf a thought' },
    {
      type: 'choice',
      id: 'name',
      label: 'Show',
      required: true,
      value: 'hide',
      options: [
        { label: 'my name', value: 'show' },
        { label: 'no name', value: 'hide' },
      ],
    },
  ],
};

const named = (name: string, ru: string, does: string) => ({
  name,
  names: { en: name, ru },
  descriptions: { en: does, ru: `${does} (ru)` },
});

/** A few commands as the real ones are defined, with every kind of option. */
const COMMANDS: readonly CommandDefinition[] = [
  {
    ...named('quiz', 'вопрос', 'A question for you alone'),
    ownName: true,
    options: [
      { ...named('topic', 'тема', 'Only this topic'), type: 'text', completes: true },
      {
        ...named('difficulty', 'сложность', 'How hard'),
        type: 'choice',
        choices: [
          { value: 'easy', labels: { en: 'Easy', ru: 'Лёгкий' } },
          { value: 'hard', labels: { en: 'Quite hard', ru: 'Сложный' } },
        ],
      },
    ],
  },
  {
    ...named('streak', 'серия', 'A streak'),
    ownName: true,
    options: [{ ...named('member', 'участник', 'Whose'), type: 'member' }],
  },
  {
    ...named('track', 'программа', 'Manage the questions'),
    ownName: true,
    manage: true,
    subcommands: [
      {
        ...named('add', 'добавить', 'Add one'),
        options: [{ ...named('cron', 'расписание', 'When'), type: 'text' }],
      },
      named('list', 'список', 'List them'),
    ],
  },
];

/** What the bot under test does; what is left out is not expected to happen. */
export interface Script {
  readonly command?: (event: CommandEvent) => Response;
  readonly complete?: (event: CompletionEvent) => readonly Choice[];
  readonly button?: (event: ButtonEvent) => Response;
  readonly form?: (event: FormEvent) => Response;
  readonly thread?: (event: ThreadEvent) => Promise<void>;
  readonly controls?: Controls;
}

/** A playground with a scripted bot on it, and what the bot heard. */
export interface Scene {
  readonly stage: PlaygroundStage;
  readonly platform: Platform;
  readonly here: Place;
  readonly commands: CommandEvent[];
  readonly buttons: ButtonEvent[];
  readonly forms: FormEvent[];
  readonly threads: ThreadEvent[];
  readonly memberships: MembershipEvent[];
  /** Posts a card and opens the thread under it. */
  question(message?: Message): Promise<Seen>;
  end(): Promise<void>;
}

export async function openScene(script: Script = {}): Promise<Scene> {
  const stage = await openPlaygroundStage({
    now: () => NOON,
    ...(script.controls && { controls: script.controls }),
  });
  const heard = { commands: [], buttons: [], forms: [], threads: [], memberships: [] };
  const platform = stage.platform();
  await platform.start({ commands: COMMANDS, handlers: scriptedInbox(script, heard) });
  const here = { workspace: stage.workspace, channel: stage.channel };
  let posts = 0;
  return {
    ...{ stage, platform, here, ...heard },
    async question(card = message([{ type: 'text', text: ['What is LoRA?'] }], 'question')) {
      const ref = await platform.post(here, card, `question-${++posts}`);
      await platform.openThread(ref, 'What is LoRA?');
      return stage.until(
        () => stage.channelMessages().find(({ id, thread }) => id === ref.message && thread),
        'the question',
      );
    },
    async end() {
      await platform.stop();
      await stage.close();
    },
  };
}

type Heard = Pick<Scene, 'commands' | 'buttons' | 'forms' | 'threads' | 'memberships'>;

function scriptedInbox(script: Script, heard: Heard): Handlers {
  return {
    opensForm: () => true,
    isRepeatable: () => false,
    command: async (event) => {
      heard.commands.push(event);
      return run(script.command, event);
    },
    complete: async (event) => run(script.complete, event),
    button: async (event) => {
      heard.buttons.push(event);
      return run(script.button, event);
    },
    messageCommand: () => Promise.reject(new Error('there are no such menus')),
    form: async (event) => {
      heard.forms.push(event);
      return run(script.form, event);
    },
    thread: async (event) => {
      heard.threads.push(event);
      await script.thread?.(event);
    },
    membership: (event) => {
      heard.memberships.push(event);
      return Promise.resolve();
    },
    apology: (language) => say(language === 'ru' ? 'Простите' : 'Sorry'),
  };
}

/** A fault in the script is one in the bot: it rejects. */
async function run<Event, Result>(
  act: ((event: Event) => Result) | undefined,
  event: Event,
): Promise<Result> {
  if (!act) throw new Error(`nobody expected ${JSON.stringify(event)}`);
  return Promise.resolve(act(event));
}
