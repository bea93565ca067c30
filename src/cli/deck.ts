import path from 'node:path';
import { Command, Option } from 'commander';
import { decksFor, questionsOfDeck } from '../db/decks.ts';
import { checkDeck } from '../decks/check-deck.ts';
import { exportDeck, type ExportFormat } from '../decks/export-deck.ts';
import { type Fault, formatFault, isError } from '../decks/fault.ts';
import { importDeck, type ImportReport } from '../decks/import-deck.ts';
import { deckLanguages } from '../decks/languages.ts';
import { newQuestion } from '../decks/new-question.ts';
import { readDeck } from '../decks/read-deck.ts';
import { writeDeck } from '../decks/write-deck.ts';
import type { Deck } from '../domain/question.ts';
import { SHIPPED_DECKS } from '../app/ground.ts';
import { createFormulaPainter } from '../pictures/formula.ts';
import { readConfig, readEnvironment } from '../config.ts';
import { loadDeck } from '../study/load-deck.ts';
import { storedDeck } from '../study/stored-deck.ts';
import { asOperator } from './operator.ts';
import { OperatorError, print, printJson, table } from './output.ts';
import { showQuestion } from './show-question.ts';

/** `deck …`: looking at, checking, importing and exporting decks. */
export function deckCommands(): Command {
  const deck = new Command('deck').description('list, check, import, export and write decks');
  deck
    .command('list')
    .description('the decks that tracks can use')
    .option('--json', 'for scripts')
    .action(listDecks);
  deck
    .command('check')
    .description('everything wrong with a deck, with file, line and fix')
    .argument('[deck]', 'a deck folder, or a name under data/', 'llm-interview')
    .option('--json', 'for scripts')
    .action(checkFolder);
  deck
    .command('import')
    .description('take a deck in from a folder, .json, .csv, Anki .txt or .apkg')
    .argument('<path>')
    .option('--folder <path>', 'write a deck folder to edit instead of storing it')
    .option('--json', 'for scripts')
    .action(takeIn);
  deck
    .command('export')
    .description('write a stored deck to standard output')
    .argument('<name>')
    .addOption(new Option('--format <format>').choices(['json', 'csv']).default('json'))
    .action(writeOut);
  deck
    .command('show')
    .description('a question as each platform shows it')
    .argument('<id>')
    .option('--deck <name>', 'where two decks have the id')
    .option('--png <file>', 'write its formula as a picture')
    .action(showQuestion);
  deck
    .command('new')
    .description('a commented template of a question, to standard output')
    .argument('<id>', 'a slug, such as lora-vs-qlora')
    .action((id: string) => print(newQuestion(id)));
  return deck;
}

async function listDecks({ json }: { json?: true }): Promise<void> {
  const rows = await asOperator(async ({ core: { context } }) => {
    const decks = await decksFor(context.db);
    return Promise.all(
      decks.map(async ({ id, name, title }) => {
        const questions = (await questionsOfDeck(context.db, id)).length;
        return { name, questions, languages: deckLanguages({ title }), title };
      }),
    );
  });
  if (json) return printJson(rows);
  const cells = rows.map(({ name, questions, languages, title }) => [
    name,
    String(questions),
    languages.join(', '),
    title.en ?? title.ru ?? '',
  ]);
  print(table(['NAME', 'QUESTIONS', 'LANGUAGES', 'TITLE'], cells));
}

async function checkFolder(given: string, { json }: { json?: true }): Promise<void> {
  const folder = /[/\\.]/.test(given) ? given : path.join(SHIPPED_DECKS, given);
  const { deck, faults, locate } = await readDeck(folder);
  const { check } = createFormulaPainter({ cacheDir: picturesFolder() });
  const more = deck ? await checkDeck(deck, { formula: check, locate }) : [];
  const all = [...faults, ...more];
  if (json) printJson({ questions: deck?.questions.length ?? 0, faults: all });
  else print(report(deck, all));
  if (all.some(isError)) process.exitCode = 1;
}

const picturesFolder = (): string => path.join(readConfig(readEnvironment()).home, 'pictures');

function report(deck: Deck | undefined, faults: readonly Fault[]): string {
  const errors = faults.filter(isError).length;
  const summary = `${deck?.name ?? 'no deck'}: ${deck?.questions.length ?? 0} questions, ${errors} errors, ${faults.length - errors} warnings`;
  return [...faults.map(formatFault), summary].join('\n');
}

async function takeIn(
  from: string,
  { folder, json }: { folder?: string; json?: true },
): Promise<void> {
  const read = await importDeck(from);
  const { deck } = read;
  if (!deck) throw new OperatorError(refusal(from, read));
  // A folder with a fault is mended, not half taken in: its missing questions would be retired.
  if (read.skipped.length > 0 && !folder && (await isStored(deck.name))) {
    throw new OperatorError(
      `${refusal(from, read)}\nA deck named ${deck.name} is stored already: mend these first, or its questions that are missing here would go out of use.`,
    );
  }
  if (folder) {
    const written = await writeDeck(deck, folder);
    if (!written.ok) throw new OperatorError(written.reason);
    return tell(json, read, { deck: deck.name, folder });
  }
  const loaded = await asOperator(({ core }) => loadDeck(core.context, deck));
  tell(json, read, loaded);
}

const isStored = (name: string): Promise<boolean> =>
  asOperator(async ({ core }) => (await storedDeck(core.context, name)) !== undefined);

function tell(json: true | undefined, read: ImportReport, result: object): void {
  const { taken, skipped } = read;
  if (json) return printJson({ ...result, taken, skipped });
  const lines = skipped.map(({ where, why }) => `skipped ${where}: ${why}`);
  const details = Object.entries(result).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? value.length : String(value)}`,
  );
  print([...lines, `taken: ${taken}, skipped: ${skipped.length}`, ...details].join('\n'));
}

function refusal(from: string, { skipped }: ImportReport): string {
  const reasons = skipped.map(({ where, why }) => (where ? `${where}: ${why}` : why));
  return [`${from} was not imported; nothing was changed.`, ...reasons].join('\n');
}

async function writeOut(name: string, { format }: { format: ExportFormat }): Promise<void> {
  const deck = await asOperator(async ({ core }) => storedDeck(core.context, name));
  if (!deck) throw new OperatorError(`There is no deck ${name}. See: deck list`);
  print(exportDeck(deck, format));
}
