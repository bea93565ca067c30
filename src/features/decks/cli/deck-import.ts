import { importDeck, type ImportReport } from '../../../decks/import-deck.ts';
import { writeDeck } from '../../../decks/write-deck.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError, print, printJson } from '../../shared/cli/output.ts';
import { storeImport } from '../store-import.ts';
import { ownerOf, type OwnerOptions } from './deck-owner.ts';

/** `deck import`. */
export async function takeIn(
  operator: Operator,
  from: string,
  { deck, folder, json, ...owner }: { deck?: string; folder?: string; json?: true } & OwnerOptions,
): Promise<void> {
  const read = await importDeck(from, {
    ...(await operator.deckChecks()),
    ...(deck !== undefined && { name: deck }),
  });
  const result =
    folder === undefined
      ? await store(operator, { from, read, owner })
      : await write(from, read, folder);
  const { taken, skipped, warnings } = read;
  if (json) return printJson({ ...result, taken, skipped, warnings });
  print(
    [...reasons(read), `taken: ${taken}, skipped: ${skipped.length}`, ...told(result)].join('\n'),
  );
}

async function store(
  operator: Operator,
  { from, read, owner }: { from: string; read: ImportReport; owner: OwnerOptions },
): Promise<object> {
  if (!read.deck) throw refusal(from, read);
  const stored = await operator.runWithDecks(async ({ context }) =>
    storeImport(context, read, await ownerOf(context, owner)),
  );
  switch (stored.type) {
    case 'stored':
      return stored.deck;
    case 'unreadable':
      throw refusal(from, read);
    case 'namesake':
      throw refusal(from, read, namesake(stored.name));
    case 'incomplete':
      throw refusal(from, read, incomplete(stored.name, stored.missing));
  }
}

const namesake = (name: string): string =>
  `A deck named ${name} is stored already, and the file does not say that it is that deck: ` +
  `name it otherwise with --deck, or replace that deck with --deck ${name}.`;

function incomplete(name: string, missing: readonly string[]): string {
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  const ids = missing.slice(0, MOST_NAMED).join(', ');
  return `A deck named ${name} is stored already, and of its questions ${ids}${more} would go out of use: mend these first.`;
}

/** Ids in one message. */
const MOST_NAMED = 5;

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

const reasons = ({ skipped, warnings }: ImportReport): readonly string[] => [
  ...skipped.map(({ where, why }) => `skipped ${where}: ${why}`),
  ...warnings.map(({ where, why }) => `warning: ${where}: ${why}`),
];

const told = (result: object): readonly string[] =>
  Object.entries(result).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? value.length : String(value)}`,
  );
