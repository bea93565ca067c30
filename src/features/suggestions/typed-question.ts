import { overdoneMarkup } from '../../chat/overdone-markup.ts';
import { findDraft, saveDraft } from '../../db/drafts.ts';
import type { Context } from '../../delivery/context.ts';
import { storable } from '../../domain/answer-text.ts';

/** A question as it was typed into the form, and not looked at yet. */
export interface TypedQuestion {
  readonly question: string;
  readonly answer: string;
  readonly topic: string;
  readonly difficulty: string;
}

/** Whether people will see it letter for letter, since there is too much markup in it to be read. */
export function isShownPlain({ question, answer }: TypedQuestion): boolean {
  return [question, answer].some((text) => overdoneMarkup(text) !== undefined);
}

/** Keeps what could not be saved, so that the form opens with it again; returns the draft's id. */
export async function keepTyped(
  context: Context,
  memberId: number,
  typed: TypedQuestion,
): Promise<string> {
  const id = context.randomId();
  await saveDraft(context.db, { id, memberId, body: readTyped(typed) });
  return id;
}

/** The member's own draft; undefined where it is someone else's, or too old. */
export async function findTyped(
  { db }: Context,
  draft: string,
  memberId: number,
): Promise<TypedQuestion | undefined> {
  const body = await findDraft(db, draft, memberId);
  return body && readTyped(body);
}

/** Reads a form's values or a draft. What is not there is empty. */
export function readTyped(values: object): TypedQuestion {
  const given = new Map<string, unknown>(Object.entries(values));
  const textOf = (name: string): string => {
    const value = given.get(name);
    return typeof value === 'string' ? storable(value) : '';
  };
  return {
    question: textOf('question'),
    answer: textOf('answer'),
    topic: textOf('topic'),
    difficulty: textOf('difficulty'),
  };
}
