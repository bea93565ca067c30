import { type CommandDefinition, type SpellCommand, spelledOut } from '../../chat/command.ts';
import { splitWords, type Word } from '../../chat/command-words.ts';
import { asTyped, type ReadCommand, readCommand } from '../../chat/read-command.ts';
import type { StoredMember } from './store.ts';

export const isCommand = (text: string): boolean => text.startsWith('/');

/** Names are typed letter for letter: the English ones work for everyone. */
export const spellCommand: SpellCommand = (command) => `/${spelledOut(command, 'name')}`;

/** Reads `/track add cron:"0 9 * * *"`. A member is written by name, with or without `@`. */
export function parseCommand(
  definitions: readonly CommandDefinition[],
  members: readonly StoredMember[],
  line: string,
): ReadCommand {
  const [first, ...words]: readonly (Word | undefined)[] = splitWords(line.slice(1));
  const name = first ? asTyped(first) : 'help';
  return readCommand(
    definitions,
    { name, words: words.filter((word) => word !== undefined) },
    (value, type) => (type === 'member' ? memberId(members, value) : value),
  );
}

/** The id of the member of that name, or `@` and the name that nobody has. */
function memberId(members: readonly StoredMember[], written: string): string {
  const name = written.replace(/^@/, '');
  const lower = name.toLowerCase();
  const named = members.find(({ id, name }) => name.toLowerCase() === lower || id === lower);
  return named?.id ?? `@${name}`;
}
