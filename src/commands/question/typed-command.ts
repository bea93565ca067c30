import { indirectCommand } from '../../cards/typed-command.ts';
import type { Asking } from '../handler.ts';

/** A subcommand as it is typed on the asker's platform; Slack knows `/question` by no name of its own. */
export function typedCommand({ asker }: Asking, subcommand: string): string {
  return `${indirectCommand(asker.platform, 'question')} ${subcommand}`;
}
