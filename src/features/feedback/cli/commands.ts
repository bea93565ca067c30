import { Command } from 'commander';
import { action, type OperatorCommands } from '../../shared/cli/operator.ts';
import { matchInput } from './match-input.ts';

/** `feedback`: what the matcher finds in answers, for whoever doubts it. */
export const feedbackCommands: OperatorCommands = (operator) => [
  new Command('feedback')
    .description('match answers with key points: JSON lines in, JSON lines out, in order')
    .addHelpText('after', FORMAT)
    .action(action(operator, matchInput)),
];

const FORMAT = `
Reads a line for each answer from standard input:
  {"question", "referenceAnswer", "keyPoints": [{"id", "label", "phrasings": []}], "need"?, "language", "answer"}
and writes one for each:
  {"points": [{"id", "score", "verdict", "reason"?, "evidence"}], "coverage", "flags"}
A line that cannot be used is named on standard error, and the exit status is 1.
No database is needed.`;
