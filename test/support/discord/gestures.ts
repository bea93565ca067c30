import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  InteractionType,
} from 'discord-api-types/v10';
import type { RunArgs, SeenButton, SeenForm } from '../stage.ts';
import { type InputBody, isLabel, type ModalBody } from './bodies.ts';
import { findMessage, type Member, type World } from './world.ts';

/** What a gesture sends: the interaction's type and data, and where it was made. */
export interface Sent {
  readonly type: InteractionType;
  readonly data: object;
  /** The message that bears the button, or that led to the form. */
  readonly source?: string;
}

type Options = Readonly<Record<string, string>>;

/** A slash command as the Discord app sends it: only what is registered can be typed. */
export function commandData(world: World, command: string, rest: RunArgs): Sent {
  const { definition, subcommand, given } = typed(world, command, rest);
  const required = (definition.options ?? []).filter(
    (option) => 'required' in option && option.required && given[option.name] === undefined,
  );
  if (required.length > 0) throw new Error(`/${command} needs ${required[0]?.name}`);
  const options = Object.entries(given).map(([name, value]) =>
    optionData(world, optionNamed(definition.options, name), value),
  );
  return {
    type: InteractionType.ApplicationCommand,
    data: { id: definition.id, name: command, type: 1, options: nested(subcommand, options) },
  };
}

/** A command chosen in a message's menu: Discord hands the whole message over, whoever wrote it. */
export function messageCommandData(world: World, command: string, on: string): Sent {
  const found = world.commands.find(({ name, type }) => name === command && Number(type) === 3);
  const message = findMessage(world, on);
  if (!found || !message) throw new Error(`no ${command} in the menu of a message ${on}`);
  return {
    type: InteractionType.ApplicationCommand,
    data: {
      ...{ id: found.id, name: command, type: 3, target_id: on },
      resolved: { messages: { [on]: message } },
    },
  };
}

export function completionData(
  world: World,
  command: string,
  option: string,
  partial: string,
): Sent {
  const [name = '', ...sub] = command.split(' ');
  const { definition, subcommand } = typed(world, name, sub.length > 0 ? [sub.join(' ')] : []);
  const found = optionNamed(definition.options, option);
  if (!('autocomplete' in found) || !found.autocomplete)
    throw new Error(`${option} completes nothing`);
  const focused = { name: option, type: found.type, value: partial, focused: true };
  return {
    type: InteractionType.ApplicationCommandAutocomplete,
    data: { id: definition.id, name, type: 1, options: nested(subcommand, [focused]) },
  };
}

interface Definition {
  readonly id: string;
  readonly options: readonly APIApplicationCommandOption[] | undefined;
}

function typed(world: World, name: string, rest: RunArgs) {
  const command = world.commands.find((each) => each.name === name);
  if (!command) throw new Error(`no command /${name} is registered`);
  const subcommand = typeof rest[0] === 'string' ? rest[0] : undefined;
  const given: Options = (typeof rest[0] === 'object' ? rest[0] : rest[1]) ?? {};
  const definition: Definition = { id: command.id, options: command.options };
  if (subcommand === undefined) return { definition, subcommand, given };
  const found = optionNamed(command.options, subcommand);
  const options = 'options' in found ? found.options : [];
  return { definition: { id: command.id, options }, subcommand, given };
}

function optionNamed(
  options: readonly APIApplicationCommandOption[] | undefined,
  name: string,
): APIApplicationCommandOption {
  const found = options?.find((each) => each.name === name);
  if (!found) throw new Error(`no option ${name} is registered`);
  return found;
}

function optionData(world: World, option: APIApplicationCommandOption, value: string): object {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`${value} is no choice of ${option.name}`);
  }
  const isMember = option.type === ApplicationCommandOptionType.User;
  const id = isMember ? world.members.get(value)?.user.id : undefined;
  return { name: option.name, type: option.type, value: id ?? value };
}

function nested(subcommand: string | undefined, options: readonly object[]): readonly object[] {
  if (subcommand === undefined) return options;
  return [{ name: subcommand, type: ApplicationCommandOptionType.Subcommand, options }];
}

export function buttonData(world: World, member: Member, button: SeenButton): Sent {
  const message = findMessage(world, button.on);
  const whisper = world.whispers.find((each) => each.message.id === button.on);
  if (!message || (whisper && whisper.to !== member.user.id)) throw new Error('no such message');
  const components = JSON.stringify(message.components ?? []);
  if (!components.includes(JSON.stringify(button.id))) throw new Error('the button is gone');
  if (button.disabled) throw new Error(`the button ${button.label} is disabled`);
  return {
    type: InteractionType.MessageComponent,
    data: { custom_id: button.id, component_type: 2 },
    source: button.on,
  };
}

/** What stands in a form besides what was typed. */
interface SentBeside {
  /** The message that led to the form. */
  readonly source?: string;
  readonly attachments: readonly { readonly id: string; readonly field: string }[];
  /** Ids of the roles that the app offers. */
  readonly roles: readonly string[];
}

const ROLE_SELECT = 6;
const FILE_UPLOAD = 19;

function uploadedTo(
  { custom_id, required = true, max_values = 1 }: InputBody,
  attachments: SentBeside['attachments'],
): object {
  const values = attachments.filter(({ field }) => field === custom_id).map(({ id }) => id);
  if (required && values.length === 0) throw new Error(`the field ${custom_id} needs a file`);
  if (values.length > max_values) throw new Error(`the field ${custom_id} takes fewer files`);
  return { type: FILE_UPLOAD, custom_id, values };
}

/** A filled form as the Discord app sends it; it lets nothing through that the form forbids. */
export function formData(
  modal: ModalBody,
  { fields }: SeenForm,
  values: Options,
  { source, attachments, roles }: SentBeside,
): Sent {
  const unknown = Object.keys(values).filter((id) => !fields.some((field) => field.id === id));
  if (unknown.length > 0) throw new Error(`the form has no field ${unknown.join()}`);
  const components = modal.components.map((part, index) => {
    if (!isLabel(part)) return { type: part.type, id: index + 1 };
    const { component } = part;
    if (component.type === FILE_UPLOAD) {
      return { type: 18, id: index + 1, component: uploadedTo(component, attachments) };
    }
    const held = fields.find(({ id }) => id === component.custom_id)?.value;
    const value = values[component.custom_id] ?? held ?? '';
    requireAllowed(component, value);
    if (component.type === ROLE_SELECT) requireRole(roles, value);
    return { type: 18, id: index + 1, component: filled(component, value) };
  });
  return {
    type: InteractionType.ModalSubmit,
    data: {
      custom_id: modal.custom_id,
      components,
      ...(attachments.length > 0 && {
        resolved: {
          attachments: Object.fromEntries(
            attachments.map(({ field: _, ...attachment }) => [attachment.id, attachment]),
          ),
        },
      }),
    },
    ...(source !== undefined && { source }),
  };
}

function requireAllowed(input: InputBody, value: string): void {
  const { custom_id, required = true, max_length = 4_000, options } = input;
  if (required && value === '') throw new Error(`the field ${custom_id} is required`);
  if (value.length > max_length) throw new Error(`the field ${custom_id} is too long`);
  if (options && value !== '' && !options.some((each) => each.value === value)) {
    throw new Error(`${value} is no option of ${custom_id}`);
  }
}

/** The app offers the server's roles, `@everyone` among them. */
function requireRole(roles: readonly string[], value: string): void {
  if (value !== '' && !roles.includes(value)) throw new Error(`the server has no role ${value}`);
}

function filled({ type, custom_id, options }: InputBody, value: string): object {
  const base = { type, custom_id };
  return options || type === ROLE_SELECT
    ? { ...base, values: value === '' ? [] : [value] }
    : { ...base, value };
}
