import type { CommandDefinition, MessageCommandDefinition } from '../../chat/command.ts';
import type { GestureName } from '../../chat/event.ts';
import type {
  ButtonHandler,
  Command,
  Feature,
  FormHandler,
  MessageCommand,
} from '../../features/shared/feature.ts';

/** Every command, button and form by its name. */
export interface Registry {
  readonly features: readonly Feature[];
  readonly definitions: readonly CommandDefinition[];
  readonly messageDefinitions: readonly MessageCommandDefinition[];
  command(name: string): Command | undefined;
  messageCommand(name: string): MessageCommand | undefined;
  button(name: string): ButtonHandler | undefined;
  form(name: string): FormHandler | undefined;
  /** Takes `command`, `command sub`, or the name of a button. */
  opensForm(what: string): boolean;
  isRepeatable(what: GestureName): boolean;
}

/** Puts the features together; two of one name are a mistake in the code. */
export function createRegistry(features: readonly Feature[]): Registry {
  const commands = byName(
    features.flatMap((feature) => feature.commands ?? []),
    (command) => command.definition.name,
  );
  const messageCommands = byName(
    features.flatMap((feature) => feature.messageCommands ?? []),
    (command) => command.definition.name,
  );
  const buttons = byName(
    features.flatMap((feature) => feature.buttons ?? []),
    (button) => button.name,
  );
  const forms = byName(
    features.flatMap((feature) => feature.forms ?? []),
    (form) => form.name,
  );
  const action = (what: string) => {
    const [command = '', subcommand = ''] = what.split(' ');
    return commands.get(command)?.actions[subcommand];
  };
  const handler = ({ type, name }: GestureName) => {
    if (type === 'command') return action(name);
    return type === 'button' ? buttons.get(name) : forms.get(name);
  };
  return {
    features,
    definitions: [...commands.values()].map((command) => command.definition),
    messageDefinitions: [...messageCommands.values()].map(({ definition }) => definition),
    command: (name) => commands.get(name),
    messageCommand: (name) => messageCommands.get(name),
    button: (name) => buttons.get(name),
    form: (name) => forms.get(name),
    opensForm: (what) => Boolean(action(what)?.opensForm ?? buttons.get(what)?.opensForm),
    isRepeatable: (what) => handler(what)?.repeatable === true,
  };
}

function byName<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const name = nameOf(item);
    if (map.has(name)) throw new Error(`two of the name ${name}`);
    map.set(name, item);
  }
  return map;
}
