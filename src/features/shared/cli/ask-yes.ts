import { createInterface } from 'node:readline/promises';

/** Whether a person at a terminal says yes. Whoever ends the input or presses Enter has not. */
export async function askYes(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<boolean> {
  const terminal = createInterface({ input, output });
  try {
    const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    const typed = await Promise.race([terminal.question(`${question} [y/N] `), closed]);
    return /^\s*(y|yes|д|да)\s*$/i.test(typed);
  } finally {
    terminal.close();
  }
}
