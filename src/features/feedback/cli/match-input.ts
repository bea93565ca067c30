import { createInterface } from 'node:readline';
import { readDecks, textsIn } from '../../../decks/read-decks.ts';
import { compileRubric } from '../../../domain/feedback/compile-rubric.ts';
import { giveFeedback } from '../../../domain/feedback/feedback.ts';
import { createLexicon, type Lexicon } from '../../../domain/feedback/lexicon.ts';
import { type Language, LANGUAGES } from '../../../domain/language.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { type Line, readLine, writeLine } from './line.ts';

/** `feedback`: of each line of standard input, which key points its answer covers. */
export async function matchInput(operator: Operator): Promise<void> {
  const lexicons = await createLexicons(operator.shippedDecks);
  let number = 0;
  for await (const written of createInterface({
    input: operator.terminal.stdin,
    crlfDelay: Infinity,
  })) {
    number++;
    const text = written.replace(/^\uFEFF/, '');
    if (text.trim() === '') continue;
    const reading = readLine(text);
    if (reading.ok) operator.print(writeLine(match(reading.line, lexicons)));
    // The lines after it are matched all the same.
    else operator.fail(`line ${number}: ${reading.problem}`);
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
