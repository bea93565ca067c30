import type { CommandDefinition, SpellCommand } from './command.ts';
import type { Message } from './message.ts';

export const LOOKS = ['discord', 'slack'] as const;

export type LookName = (typeof LOOKS)[number];

/** How a platform shows and limits what happens, for a place that plays that platform. */
export interface Look {
  /** What is shown of a message, read back from the very payload: one for each card that people see. */
  readBack(message: Message): readonly Message[];
  /** A command as its menu there has it. */
  readonly spellCommand: SpellCommand;
  /** The line without what that platform puts before a command's name; undefined: no command there. */
  read(line: string, commands: readonly CommandDefinition[]): string | undefined;
  /** Whether the options of a command are completed while one types. */
  readonly completes: boolean;
  readonly commandsInThreads: boolean;
  /** Whether a reply in a thread counts where the operator has switched nothing on. */
  readonly countsReplies: boolean;
  /** The most characters of a message, and of a field of a form. */
  readonly longestMessage: number;
  readonly longestField: number;
}
