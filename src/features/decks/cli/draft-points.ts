import { basename } from 'node:path';
import { keyPointsYaml } from '../../../decks/draft-key-points.ts';
import { formatFault } from '../../../decks/fault.ts';
import { readYaml } from '../../../decks/read-yaml.ts';
import { questionSchema } from '../../../decks/schema.ts';
import { isToDiscuss } from '../../../domain/question.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';

/** `deck draft`: of a question's file alone. */
export async function draftPoints(operator: Operator, file: string): Promise<void> {
  const { value, faults } = await readYaml(file, basename(file), questionSchema);
  if (!value) throw new OperatorError(faults.map(formatFault).join('\n'));
  if (isToDiscuss(value)) {
    throw new OperatorError(`${value.id} has no answer, and key points are drafted from it.`);
  }
  operator.print(keyPointsYaml(value));
}
