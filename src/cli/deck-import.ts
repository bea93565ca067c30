import { importDeck, type ImportReport } from '../decks/import-deck.ts';
import { writeDeck } from '../decks/write-deck.ts';
import { storeImport } from '../study/decks/store-import.ts';
import { asOperator } from './operator.ts';
import { OperatorError, print, printJson } from './output.ts';

/** `deck import`. */
export async function takeIn(
  from: string,
  { folder, json }: { folder?: string; json?: true },
): Promise<void> {
  const read = await importDeck(from);
  const result = folder === undefined ? await store(from, read) : await write(from, read, folder);
  const { taken, skipped } = read;
  if (json) return printJson({ ...result, taken, skipped });
  print(
    [...reasons(read), `taken: ${taken}, skipped: ${skipped.length}`, ...told(result)].join('\n'),
  );
}

async function store(from: string, read: ImportReport): Promise<object> {
  if (!read.deck) throw refusal(from, read);
  const stored = await asOperator(({ core }) => storeImport(core.context, read));
  switch (stored.type) {
    case 'stored':
      return stored.deck;
    case 'unreadable':
      throw refusal(from, read);
    case 'incomplete':
      throw refusal(
        from,
        read,
        `A deck named ${stored.name} is stored already: mend these first, or its questions that are missing here would go out of use.`,
      );
  }
}

async function write(from: string, read: ImportReport, folder: string): Promise<object> {
  if (!read.deck) throw refusal(from, read);
  const written = await writeDeck(read.deck, folder);
  if (!written.ok) throw new OperatorError(written.reason);
  return { name: read.deck.name, folder };
}

function refusal(from: string, read: ImportReport, ...advice: string[]): OperatorError {
  const lines = [`${from} was not imported; nothing was changed.`, ...reasons(read), ...advice];
  return new OperatorError(lines.join('\n'));
}

const reasons = ({ skipped }: ImportReport): readonly string[] =>
  skipped.map(({ where, why }) => `skipped ${where}: ${why}`);

const told = (result: object): readonly string[] =>
  Object.entries(result).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? value.length : String(value)}`,
  );
