import type { Caller, Handlers, MemberProfile, Response } from '../../src/chat/event.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Action, Button } from '../../src/chat/message.ts';
import type { PlatformName } from '../../src/chat/place.ts';
import { plainText } from '../../src/chat/plain.ts';
import { SPELL } from './spell.ts';

/** Someone who talks to the inbox itself, for tests that are about no one platform. */
export interface HandlersPerson {
  /** Types a command: `run('track add', { decks: 'llm' })`. */
  run(command: string, options?: Readonly<Record<string, string>>): Promise<Told>;
  /** What is offered as labels while `partial` is typed into an option. */
  complete(command: string, option: string, partial: string): Promise<readonly string[]>;
  /** Presses the button with this label, or an action kept from earlier. */
  press(on: Told, label: string): Promise<Told>;
  pressAction(action: Action): Promise<Told>;
  /** Sends a form; fields left out keep what they hold. */
  send(on: Told, values?: Readonly<Record<string, string>>): Promise<Told>;
}

/** What came back, as its reader sees it. */
export interface Told {
  readonly type: Response['type'];
  /** All words of a message; of a form its title. Instants are in UTC. */
  readonly text: string;
  /** Labels, in order. */
  readonly buttons: readonly string[];
  /** What a form holds by field; empty for a message. */
  readonly values: Readonly<Record<string, string>>;
  readonly response: Response;
}

export interface PersonTraits {
  readonly name?: string;
  /** The platform's id; left out, one that no platform knows. */
  readonly id?: string;
  readonly manages?: boolean;
  readonly language?: MemberProfile['language'];
  readonly timezone?: string;
  readonly platform?: PlatformName;
  readonly workspace?: string;
  readonly channel?: string;
  /** The platform's clock when a form is sent. */
  readonly now?: () => Date;
}

export function handlersPerson(handlers: Handlers, traits: PersonTraits = {}): HandlersPerson {
  const caller = askerOf(traits);
  const now = traits.now ?? (() => new Date(0));
  let submissions = 0;
  const told = (response: Response) => toldOn(caller.platform, response);
  const pressAction = async (action: Action) => told(await handlers.button({ caller, action }));
  return {
    run: async (typed, options = {}) =>
      told(await handlers.command({ caller, ...parted(typed), options })),
    complete: async (typed, option, partial) => {
      const event = { caller, ...parted(typed), options: {}, option, partial };
      return (await handlers.complete(event)).map((choice) => choice.label);
    },
    press: (on, label) => pressAction(buttonOf(on, label).action),
    pressAction,
    send: async (on, values = {}) => {
      const { action } = formOf(on);
      const submission = `${caller.member.id}-${++submissions}`;
      const sent = { caller, action, values: { ...on.values, ...values }, submission, at: now() };
      return told(await handlers.form(sent));
    },
  };
}

function askerOf(traits: PersonTraits): Caller {
  const { name = 'Ada', id = `u-${name}`, language, timezone } = traits;
  return {
    platform: traits.platform ?? 'discord',
    workspace: traits.workspace ?? 'w1',
    channel: traits.channel ?? 'c1',
    mayManage: traits.manages ?? false,
    member: {
      id,
      name,
      ...(language && { language }),
      ...(timezone && { timezone }),
    },
  };
}

function parted(typed: string): { command: string; subcommand?: string } {
  const [command = '', subcommand] = typed.split(' ');
  return { command, ...(subcommand !== undefined && { subcommand }) };
}

function toldOn(platform: PlatformName, response: Response): Told {
  const { type } = response;
  if (type === 'form') {
    const { title, fields } = response.form;
    const values = Object.fromEntries(fields.map((field) => [field.id, field.value ?? '']));
    return { type, text: title, buttons: [], values, response };
  }
  const buttons = buttonsOf(response).map((button) => button.label);
  return {
    type,
    text: plainText(response.message, SPELL[platform]),
    buttons,
    values: {},
    response,
  };
}

function buttonsOf(response: Response): readonly Button[] {
  if (response.type === 'form') return [];
  return response.message.blocks.flatMap((block) =>
    block.type === 'buttons' ? block.buttons : [],
  );
}

function buttonOf(on: Told, label: string): Button {
  const button = buttonsOf(on.response).find((one) => one.label === label && !one.disabled);
  if (!button) throw new Error(`no button “${label}” on: ${on.text} [${on.buttons.join(', ')}]`);
  return button;
}

function formOf(on: Told): Form {
  if (on.response.type !== 'form') throw new Error(`not a form: ${on.text}`);
  return on.response.form;
}
