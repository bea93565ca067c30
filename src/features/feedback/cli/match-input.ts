import { createInterface } from 'node:readline';
import { readDecks, textsIn } from '../../../decks/read-decks.ts';
import { compileRubric } from '../../../domain/feedback/compile-rubric.ts';
import { giveFeedback } from '../../../domain/feedback/feedback.ts';
import { createLexicon, type Lexicon } from '../../../domain/feedback/lexicon.ts';
import { type Language, LANGUAGES } from '../../../domain/language.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { print } from '../../shared/cli/output.ts';
import { type Line, readLine, writeLine } from './line.ts';

/** `feedback`: of each line of standard input, which key points its answer covers. */
export async function matchInput({ shippedDecks }: Operator): Promise<void> {
  const lexicons = await createLexicons(shippedDecks);
  let number = 0;
  for await (const written of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    const text = written.replace(/^\uFEFF/, '');
    if (text.trim() === '') continue;
    const reading = readLine(text);
    if (reading.ok) print(writeLine(match(reading.line, lexicons)));
    else refuse(number, reading.problem);
  }
}

type Lexicons = Readonly<Record<Language, Lexicon>>;

async function createLexicons(folder: string): Promise<Lexicons> {
  const decks = await readDecks(folder);
  const made = LANGUAGES.map((language) => [language, createLexicon(textsIn(decks, language))]);
  return Object.fromEntries(made) as Lexicons;
}

function match({ rubric, language, answer }: Line, lexicons: Lexicons) {
  return giveFeedback(compileRubric(rubric, lexicons[language]), language, answer);
}

/** The lines after it are matched all the same. */
function refuse(number: number, problem: string): void {
  process.stderr.write(`line ${number}: ${problem}\n`);
  process.exitCode = 1;
}
