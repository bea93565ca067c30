import type { Database } from '../../src/db/connect.ts';
import { questionPool } from '../../src/db/decks.ts';
import type { DeckRow, QuestionRow } from '../../src/db/tables.ts';
import { findWorkspace } from '../../src/db/workspaces.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { findOwnDeck } from '../../src/features/suggestions/own-deck.ts';
import { button, formOf, messageOf } from './answered.ts';
import type { Person, Seen, Stage } from './stage.ts';

/** A question that the shipped deck has nothing like. */
export const BEAM = {
  question: 'Why does beam search favour short outputs?',
  answer: 'Every further token multiplies in a probability below one, so long outputs score lower.',
  topic: 'other',
  difficulty: 'hard',
};

/** Suggests a question by its form; returns what came back. */
export async function suggest(by: Person, values: Readonly<Record<string, string>>): Promise<Seen> {
  return messageOf(await by.send(formOf(await by.run('question', 'suggest')), values));
}

export async function suggestions(by: Person): Promise<Seen> {
  return messageOf(await by.run('question', 'list'));
}

/** Presses a button that answers with a message. */
export async function press(by: Person, on: Seen, label: string): Promise<Seen> {
  return messageOf(await by.press(button(on, label)));
}

export interface OwnDeck {
  readonly deck: DeckRow | undefined;
  readonly questions: readonly QuestionRow[];
}

/** What stands in the deck of the stage's own workspace. */
export async function ownDeck(db: Database, stage: Stage): Promise<OwnDeck> {
  const workspace = await findWorkspace(db, stage.name, stage.workspace);
  const deck = workspace && (await findOwnDeck(db, workspace.id));
  const deckIds = deck ? [deck.id] : [];
  const pools = LANGUAGES.map((language) => questionPool(db, { deckIds, language }));
  return { deck, questions: (await Promise.all(pools)).flat() };
}
