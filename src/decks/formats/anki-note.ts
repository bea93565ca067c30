import type { FlashCard } from './cards.ts';
import { htmlToText } from './html.ts';
import type { Skipped } from './reading.ts';

/** A note of Anki: named fields, of which a deck takes a question and its answer. */
export interface AnkiNote {
  readonly where: string;
  /** Where unknown, the first two fields are the question and the answer. */
  readonly fieldNames: readonly string[];
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly html: boolean;
}

const FRONT = /^(front|question|вопрос|лицо|лицевая)/i;
const BACK = /^(back|answer|ответ|оборот)/i;
const CLOZE = /\{\{c\d+::/;

/** Sorts notes into cards and what cannot become one. */
export function cardsOf(notes: readonly AnkiNote[]): {
  readonly cards: readonly FlashCard[];
  readonly skipped: readonly Skipped[];
} {
  const results = notes.map(cardOf);
  return {
    cards: results.flatMap((result) => ('front' in result ? result : [])),
    skipped: results.flatMap((result) => ('why' in result ? result : [])),
  };
}

function cardOf(note: AnkiNote): FlashCard | Skipped {
  const { where } = note;
  if (note.fields.some((field) => CLOZE.test(field))) {
    return { where, why: 'it is a cloze note; write it as a question and an answer' };
  }
  const [front, back] = questionAndAnswer(note).map((field) => plain(field, note.html));
  if (!front || !back) return { where, why: 'its question or its answer has no text' };
  return { where, front, back, topic: note.tags[0] };
}

function questionAndAnswer({ fieldNames, fields }: AnkiNote): [string, string] {
  const front = Math.max(
    fieldNames.findIndex((name) => FRONT.test(name)),
    0,
  );
  const named = fieldNames.findIndex((name) => BACK.test(name));
  const back =
    named >= 0 ? named : fields.findIndex((field, index) => index !== front && field !== '');
  return [fields[front] ?? '', fields[back] ?? ''];
}

const plain = (field: string, html: boolean): string => (html ? htmlToText(field) : field.trim());
