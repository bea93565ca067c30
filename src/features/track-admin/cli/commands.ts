import type { OperatorCommands } from '../../shared/cli/operator.ts';
import { roundCommands } from './round.ts';
import { statusCommand } from './status.ts';
import { trackCommand } from './track.ts';

/** `track …`, `status`, `ask` and `reveal`. */
export const trackCommands: OperatorCommands = (operator) => [
  trackCommand(operator),
  statusCommand(operator),
  ...roundCommands(operator),
];
