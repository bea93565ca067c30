import { hasWords } from '../../domain/answer-text.ts';
import type { Localized } from '../../domain/language.ts';
import { told } from '../words/index.ts';
import { type CardOptions, CLOZE, type FlashCard, isCloze, readCards } from './cards.ts';
import type { ColumnRole } from './column-names.ts';
import { columnsOf } from './columns.ts';
import { htmlToMarkdown } from './html.ts';
import { addLost, NOTHING_LOST } from './lost.ts';
import { plainToMarkdown } from './plain-markdown.ts';
import type { FileReading, Skipped } from './reading.ts';

/** A note of Anki: named fields, of which a deck takes a question and its answer. */
export interface AnkiNote {
  readonly where: Localized;
  /** What Anki calls it for good, whatever becomes of its words. */
  readonly guid?: string | undefined;
  /** Where unknown, the first two fields are the question and the answer. */
  readonly fieldNames: readonly string[];
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly html: boolean;
}

/** Notes as questions, and which of their fields hold something that was not read. */
export function readNotes(notes: readonly AnkiNote[], options: CardOptions): FileReading {
  const results = notes.map(cardOf);
  const cards = results.flatMap((result) => ('texts' in result ? result : []));
  const skipped = results.flatMap((result) => ('why' in result ? result : []));
  const reading = readCards(cards, options);
  return { ...reading, skipped: [...skipped, ...reading.skipped] };
}

function cardOf(note: AnkiNote): FlashCard | Skipped {
  const { where, guid, tags } = note;
  const places = placesOf(note);
  const [front, back] = places.map((place) => converted(note.fields[place] ?? '', note.html));
  const text = { question: front?.markdown ?? '', answer: back?.markdown ?? '' };
  if (isCloze(text)) return { where, why: CLOZE };
  if (text.question === '' || text.answer === '') return { where, why: EMPTY };
  const topic = tags[0]?.replaceAll('_', ' ');
  const lost = addLost([front ?? {}, back ?? {}, { columns: unread(note, places) }]);
  const id = guid === undefined || guid === '' ? undefined : `anki:${guid}`;
  return { where, id, texts: [text], topic, hasMoreTopics: tags.length > 1, lost };
}

const EMPTY = told((words) => words.noText);

/** Where the question and the answer stand. */
function placesOf({ fieldNames, fields }: AnkiNote): readonly [number, number] {
  const columns = [fieldNames, fieldNames.map(firstWord)].map((names) => columnsOf(names) ?? []);
  const placeOf = (role: ColumnRole): number =>
    columns
      .map((some) => some.findIndex((column) => column?.role === role))
      .find((place) => place >= 0) ?? -1;
  const front = Math.max(placeOf('question'), 0);
  const named = placeOf('answer');
  const back = named >= 0 ? named : fields.findIndex((one, at) => at !== front && hasWords(one));
  return [front, back];
}

/** `Front (English)` and `Front side` are fronts, where no field is called so in full. */
const firstWord = (name: string): string => /^[\p{L}\p{N}]+/u.exec(name.trim())?.[0] ?? name;

function unread({ fieldNames, fields }: AnkiNote, places: readonly number[]): readonly string[] {
  return fields.flatMap((field, index) =>
    !hasWords(field) || places.includes(index) ? [] : [fieldNames[index] ?? `#${index + 1}`],
  );
}

function converted(field: string, html: boolean) {
  if (html) return htmlToMarkdown(field);
  return { ...NOTHING_LOST, markdown: plainToMarkdown(field.trim()) };
}
