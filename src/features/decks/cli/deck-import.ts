import type { Origin } from '../../../decks/formats/reading.ts';
import { importDeck, type ImportReport } from '../../../decks/import-deck.ts';
import { writeDeck } from '../../../decks/write-deck.ts';
import type { Language } from '../../../domain/language.ts';
import { askYes } from '../../shared/cli/ask-yes.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { storeImport } from '../store-import.ts';
import { ownerOf, type OwnerOptions } from './deck-owner.ts';
import { adviceOn, isRefused, type Plan, planLines, planOf, planValue } from './import-plan.ts';
import { isWhole, reportLines, reportValue } from './import-report.ts';
import { needSlug } from './need-slug.ts';
import { previewImport } from './preview-import.ts';

interface Options extends OwnerOptions {
  readonly deck?: string;
  readonly folder?: string;
  readonly language?: Language;
  readonly pin?: string | true;
  readonly source?: string;
  readonly licence?: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
}

/**
 * `deck import`. Only a person at a terminal is asked: a script that names a file means it, has the exit
 * status to look at, and can import the file again.
 */
export async function takeIn(operator: Operator, from: string, options: Options): Promise<void> {
  const { pin, ...rest } = options;
  if (options.deck !== undefined) needSlug(options.deck, '--deck');
  if (pin === undefined) {
    if (/^https?:\/\//i.test(from)) throw new OperatorError(`${from} is on the web: add --pin.`);
    return takeInFile(operator, { from, path: from, options: rest });
  }
  if (!URL.canParse(from)) throw noAddress(from);
  const { withPublished } = await import('../../../decks/published/published-file.ts');
  const published = await withPublished(
    from,
    (file) => takeInFile(operator, { from, options: rest, ...file }),
    { sha256: pin === true ? undefined : pin, fetchPublic: operator.fetchPublic },
  );
  if (!published.ok) throw new OperatorError(`${from} was not imported: ${published.why}.`);
}

/** A file to be read, and what is known of it. */
interface Source {
  /** As the operator named it. */
  readonly from: string;
  readonly path: string;
  readonly options: Options;
  readonly origin?: Origin;
  readonly sha256?: string;
}

async function takeInFile(operator: Operator, source: Source): Promise<void> {
  const { from, path, options, sha256 } = source;
  const origin = originOf(source);
  const read = await importDeck(path, {
    checks: () => operator.deckChecks(),
    ...(options.deck !== undefined && { name: options.deck }),
    language: options.language,
    ...(origin && { origin }),
  });
  if (!read.deck) throw refuse(operator, { from, read, options });
  if (!isWhole(read)) operator.fail();
  const taking = { from, read, options, sha256 };
  return options.json ? takeInForScript(operator, taking) : takeInShowing(operator, taking);
}

async function takeInShowing(operator: Operator, taking: Import): Promise<void> {
  const { options } = taking;
  const shown = await shownOf(operator, taking);
  const { stdin, stdout } = operator.terminal;
  const isAsked = !options.dryRun && !options.yes && stdin.isTTY === true;
  if (!options.dryRun && !isAsked) {
    const result = await keep(operator, taking);
    return operator.print([shown, ...told(result)].join('\n'));
  }
  const plan = await planFor(operator, taking);
  operator.print([shown, ...planLines(plan)].join('\n'));
  if (options.dryRun) return isRefused(plan) ? operator.fail() : undefined;
  if (!(await askYes('Take them in?', stdin, stdout))) throw notStored();
  operator.print(told(await keep(operator, taking)).join('\n'));
}

/** A folder to edit is written from the file alone. */
const planFor = async (operator: Operator, { read, options }: Import): Promise<Plan> =>
  options.folder === undefined ? planOf(operator, read, options) : { type: 'no-plan' };

/** What the operator says of a published list, or else what it says itself. */
function originOf({ origin, options: { source, licence } }: Source): Origin | undefined {
  if (source !== undefined && !URL.canParse(source)) throw noAddress(source);
  if (!origin && source === undefined && licence === undefined) return undefined;
  return {
    ...origin,
    ...(source !== undefined && { address: source }),
    ...(licence !== undefined && { licence }),
  };
}

const noAddress = (written: string): OperatorError =>
  new OperatorError(`${written} is not a web address: write it in full, with https://`);

/** What was read, of which file, and what is to become of it. */
interface Import {
  readonly from: string;
  readonly read: ImportReport;
  readonly options: Options;
  /** Of what was fetched, so that the same can be asked for again. */
  readonly sha256?: string | undefined;
}

async function takeInForScript(operator: Operator, taking: Import): Promise<void> {
  const { from, read, options } = taking;
  const report = reportValue(from, read);
  if (!options.dryRun) return operator.printJson({ ...(await keep(operator, taking)), ...report });
  const plan = await planFor(operator, taking);
  if (isRefused(plan)) operator.fail();
  operator.printJson({ ...planValue(plan), ...report });
}

async function shownOf(operator: Operator, taking: Import): Promise<string> {
  const { from, read, options, sha256 } = taking;
  const cards = read.deck && !options.yes ? [await previewImport(operator, read.deck), ''] : [];
  const pinned = sha256 === undefined ? [] : [`to fetch only this: --pin ${sha256}`];
  return [...cards, ...pinned, ...reportLines(from, read)].join('\n');
}

const notStored = (): OperatorError => new OperatorError('Nothing was changed.');

function keep(operator: Operator, taking: Import): Promise<object> {
  const { folder } = taking.options;
  return folder === undefined ? store(operator, taking) : write(operator, { ...taking, folder });
}

async function store(operator: Operator, taking: Import): Promise<object> {
  const { read, options } = taking;
  const stored = await operator.storeDeck(async ({ context }) =>
    storeImport(context, read, await ownerOf(context, options)),
  );
  if (stored.type === 'stored') return stored.deck;
  throw refuse(operator, taking, adviceOn(stored));
}

async function write(
  operator: Operator,
  { folder, ...taking }: Import & { readonly folder: string },
): Promise<object> {
  const { deck } = taking.read;
  if (!deck) throw refuse(operator, taking);
  const written = await writeDeck(deck, folder);
  if (!written.ok) throw new OperatorError(written.reason);
  return { name: deck.name, folder };
}

/** Prints the report of what is refused for a script, and returns what a person is told. */
function refuse(
  operator: Operator,
  { from, read, options }: Import,
  advice: readonly string[] = [],
): OperatorError {
  if (options.json) {
    const refused = advice.length > 0 ? { refused: advice.join('\n') } : {};
    operator.printJson({ ...refused, ...reportValue(from, read) });
  }
  const lines = [`${from} was not imported; nothing was changed.`, ...reportLines(from, read)];
  return new OperatorError([...lines, ...advice].join('\n'));
}

const told = (result: object): readonly string[] =>
  Object.entries(result).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? value.length : String(value)}`,
  );
