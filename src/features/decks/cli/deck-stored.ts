import { existsSync } from 'node:fs';
import path from 'node:path';
import { exportDeck, type ExportFormat } from '../../../decks/export-deck.ts';
import { DECK_FILE } from '../../../decks/layout.ts';
import { newQuestion } from '../../../decks/new-question.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError, table } from '../../shared/cli/output.ts';
import { type DeckReport, listDecks, listOwnDecks, type OwnDeckReport } from '../list-decks.ts';
import { removeDeck } from '../remove-deck.ts';
import { storedDeck } from '../stored-deck.ts';
import { ownerOf, type OwnerOptions } from './deck-owner.ts';
import { needSlug } from './need-slug.ts';

/** `deck list`. */
export async function printDecks(operator: Operator, { json }: { json?: true }): Promise<void> {
  const { decks, own } = await operator.runWithDecks(async ({ context }) => ({
    decks: await listDecks(context),
    own: await listOwnDecks(context),
  }));
  if (json) return operator.printJson([...decks, ...own]);
  const rows = [
    ...decks.map(deckRow),
    ...own.map((deck) => [...deckRow(deck), ownerText(deck.workspace)]),
  ];
  const whose = own.length > 0 ? ['WORKSPACE'] : [];
  operator.print(table(['NAME', 'QUESTIONS', 'LANGUAGES', 'TITLE', ...whose], rows));
}

const deckRow = ({ name, questions, languages, title }: DeckReport): readonly string[] => [
  name,
  String(questions),
  languages.join(', '),
  title.en ?? title.ru ?? '',
];

const ownerText = ({ platform, id, name }: OwnDeckReport['workspace']): string =>
  `${platform} ${id}${name === '' ? '' : ` (${name})`}`;

/** `deck export`. */
export async function writeOut(
  operator: Operator,
  name: string,
  { format, ...owner }: { format: ExportFormat } & OwnerOptions,
): Promise<void> {
  const deck = await operator.runWithDecks(async ({ context }) =>
    storedDeck(context, name, await ownerOf(context, owner)),
  );
  if (!deck) throw noDeck(name);
  operator.print(exportDeck(deck, format));
}

/** `deck remove`. */
export async function removeOne(operator: Operator, name: string): Promise<void> {
  if (existsSync(path.join(operator.shippedDecks, name, DECK_FILE))) {
    throw new OperatorError(`${name} comes with Whetstone: the next start would bring it back.`);
  }
  const removed = await operator.runWithDecks(({ context }) => removeDeck(context, name));
  switch (removed.type) {
    case 'removed':
      return operator.print(`removed ${name}`);
    case 'unknown':
      throw noDeck(name);
    case 'in-use':
      throw new OperatorError(inUse(name, removed.tracks));
  }
}

function inUse(name: string, tracks: readonly number[]): string {
  const asking =
    tracks.length === 1 ? `Track ${tracks[0]} asks` : `Tracks ${tracks.join(', ')} ask`;
  return `${asking} from ${name}. Edit or remove what uses it first: track list`;
}

export const noDeck = (name: string): OperatorError =>
  new OperatorError(`There is no deck ${name}. See: deck list`);

/** `deck new`. */
export function newFile(operator: Operator, id: string): void {
  needSlug(id);
  operator.print(newQuestion(id));
}
