import { createInterface } from 'node:readline';

/**
 * The answers that are typed: at a terminal an empty line ends one, from a pipe everything is one, which may have
 * paragraphs.
 */
export async function* typedAnswers(
  input: NodeJS.ReadableStream,
  isTerminal: boolean,
): AsyncGenerator<string> {
  let lines: string[] = [];
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const ends = isTerminal && line.trim() === '';
    if (!ends) lines.push(line);
    else if (lines.length > 0) {
      yield lines.join('\n');
      lines = [];
    }
  }
  if (lines.some((line) => line.trim() !== '')) yield lines.join('\n');
}
