import { type CommandDefinition, commandSpan, type OptionDefinition } from '../../chat/command.ts';
import { splitWords } from '../../chat/command-words.ts';
import { asTyped, isNamed } from '../../chat/read-command.ts';
import { isCommand, parseCommand } from './commands.ts';
import { LIMITS } from './limits.ts';
import { askerOf, type Visitor } from './visitor.ts';
import { lookOf, requireStarted, type VisitorContext } from './visitor-context.ts';

/** What may stand instead of the text from `from` on. */
export interface Completions {
  readonly from: number;
  readonly items: readonly CompletionItem[];
}

interface CompletionItem {
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
}

/** The word being typed: `/qu`, `ad`, `topic:at` or `topic:"masked lang`. */
const PARTIAL = /(?:[^\s":]+:)?"[^"]*$|\S*$/;

/** A command line as far as it is typed, and where. */
interface PartialLine {
  readonly channel: string;
  readonly line: string;
}

/** What a command line may go on with, in the visitor's language. */
export async function complete(
  context: VisitorContext,
  visitor: Visitor,
  { channel, line }: PartialLine,
): Promise<Completions> {
  const partial = PARTIAL.exec(line)?.[0] ?? '';
  const from = line.length - partial.length;
  if (!isCommand(line)) return { from, items: [] };
  const typing = { context, visitor, channel, before: line.slice(0, from), partial };
  const items = from === 0 ? commandItems(typing) : await laterItems(typing);
  return { from, items: items.slice(0, LIMITS.completions) };
}

interface Typing {
  readonly context: VisitorContext;
  readonly visitor: Visitor;
  readonly channel: string;
  readonly before: string;
  readonly partial: string;
}

function commandItems({ context, visitor, partial }: Typing): CompletionItem[] {
  const look = lookOf(context, visitor);
  return requireStarted(context)
    .commands.filter(({ manage }) => visitor.member.manages || manage !== true)
    .map((command) => ({
      command,
      typed: look?.spellCommand(commandSpan(visitor.language, command)),
    }))
    .filter(({ command, typed }) =>
      typed === undefined
        ? begins(command, visitor, partial.slice(1))
        : typed.startsWith(partial.toLowerCase()),
    )
    .map(({ command, typed }) =>
      item(command, visitor, typed ?? `/${calledAs(command, partial.slice(1))}`),
    );
}

/** Not every platform completes what follows a command's name. */
async function laterItems(typing: Typing): Promise<CompletionItem[]> {
  const completes = lookOf(typing.context, typing.visitor)?.completes ?? true;
  return completes ? argumentItems(typing) : [];
}

async function argumentItems(typing: Typing): Promise<CompletionItem[]> {
  const { context, visitor, before, partial } = typing;
  const [name, ...words] = splitWords(before.slice(1)).map(asTyped);
  const command = requireStarted(context).commands.find((each) => isNamed(each, name ?? ''));
  if (!command) return [];
  const [first] = words;
  const subcommands = command.subcommands ?? [];
  if (first !== undefined || !command.subcommands) {
    const subcommand = subcommands.find((each) => isNamed(each, first ?? ''));
    return optionItems(typing, (subcommand ?? command).options ?? []);
  }
  return subcommands
    .filter((each) => begins(each, visitor, partial))
    .map((each) => item(each, visitor, calledAs(each, partial)));
}

async function optionItems(
  typing: Typing,
  options: readonly OptionDefinition[],
): Promise<CompletionItem[]> {
  const { visitor, partial } = typing;
  const [key, value] = splitAt(partial);
  const option = key === undefined ? undefined : options.find((each) => isNamed(each, key));
  if (option) return valueItems(typing, option, value);
  const given = Object.keys((await parsed(typing)).options);
  return options
    .filter((each) => !given.includes(each.name) && begins(each, visitor, partial))
    .map((each) => {
      const key = each.names[visitor.language];
      return { ...item(each, visitor, key), insert: `${key}:` };
    });
}

async function valueItems(
  typing: Typing,
  option: OptionDefinition,
  partial: string,
): Promise<CompletionItem[]> {
  const { visitor, context } = typing;
  const key = option.names[visitor.language];
  const detail = option.descriptions[visitor.language];
  const matches = (text: string): boolean => text.toLowerCase().includes(partial.toLowerCase());
  const value = (insert: string, label: string): CompletionItem => ({
    insert: `${key}:${quoted(insert)} `,
    label,
    detail,
  });
  if (option.type === 'member') {
    const members = await context.store.members();
    return members.filter(({ name }) => matches(name)).map(({ name }) => value(name, name));
  }
  if (option.type === 'choice') {
    const labels = (option.choices ?? []).map(({ labels }) => labels[visitor.language]);
    return labels.filter(matches).map((label) => value(label, label));
  }
  if (option.completes !== true) return [];
  const choices = await offered(typing, option, partial);
  return choices.map((choice) => value(choice.value, choice.label));
}

async function offered(typing: Typing, option: OptionDefinition, partial: string) {
  const { context, visitor, channel } = typing;
  const event = {
    caller: askerOf(visitor, channel, lookOf(context, visitor)),
    ...(await parsed(typing)),
  };
  return requireStarted(context).handlers.complete({ ...event, option: option.name, partial });
}

async function parsed({ context, before }: Typing) {
  return parseCommand(requireStarted(context).commands, await context.store.members(), before);
}

/** The key and the value as far as they are typed. */
function splitAt(partial: string): [key: string | undefined, value: string] {
  const colon = partial.indexOf(':');
  if (colon === -1) return [undefined, partial];
  return [partial.slice(0, colon), partial.slice(colon + 1).replace(/^"/, '')];
}

type Named = Pick<CommandDefinition, 'name' | 'names' | 'descriptions'>;

function begins({ name, names }: Named, { language }: Visitor, typed: string): boolean {
  const start = typed.toLowerCase();
  return [name, names[language]].some((each) => each.toLowerCase().startsWith(start));
}

/** The bot's words call a command by one name in every language; who begins another may finish it. */
function calledAs({ name, names }: Named, typed: string): string {
  const start = typed.toLowerCase();
  const all = [name, ...Object.values(names)];
  return all.find((each) => each.toLowerCase().startsWith(start)) ?? name;
}

function item(named: Named, { language }: Visitor, label: string): CompletionItem {
  return { insert: `${label} `, label, detail: named.descriptions[language] };
}

const quoted = (value: string): string => (/[\s:]/.test(value) ? `"${value}"` : value);
