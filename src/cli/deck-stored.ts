import { exportDeck, type ExportFormat } from '../decks/export-deck.ts';
import { newQuestion } from '../decks/new-question.ts';
import { slugOf } from '../decks/slug.ts';
import { listDecks } from '../study/decks/list-decks.ts';
import { storedDeck } from '../study/decks/stored-deck.ts';
import { asOperator } from './operator.ts';
import { OperatorError, print, printJson, table } from './output.ts';

/** `deck list`. */
export async function printDecks({ json }: { json?: true }): Promise<void> {
  const decks = await asOperator(({ core }) => listDecks(core.context));
  if (json) return printJson(decks);
  const rows = decks.map(({ name, questions, languages, title }) => [
    name,
    String(questions),
    languages.join(', '),
    title.en ?? title.ru ?? '',
  ]);
  print(table(['NAME', 'QUESTIONS', 'LANGUAGES', 'TITLE'], rows));
}

/** `deck export`. */
export async function writeOut(name: string, { format }: { format: ExportFormat }): Promise<void> {
  const deck = await asOperator(({ core }) => storedDeck(core.context, name));
  if (!deck) throw new OperatorError(`There is no deck ${name}. See: deck list`);
  print(exportDeck(deck, format));
}

/** `deck new`. */
export function newFile(id: string): void {
  const slug = slugOf(id);
  if (slug === id) return print(newQuestion(id));
  const advice = slug === undefined ? '' : ` Try ${slug}.`;
  throw new OperatorError(
    `“${id}” is not a slug: lower-case letters, digits and hyphens.${advice}`,
  );
}
