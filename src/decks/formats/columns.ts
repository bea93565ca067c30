import type { Language } from '../../domain/language.ts';

/** What a column of somebody else's table, or a key of their JSON, is to a question. */
export type ColumnRole =
  'question' | 'answer' | 'explanation' | 'topic' | 'difficulty' | 'id' | 'correct' | 'option';

export interface Column {
  readonly role: ColumnRole;
  /** Where its name says it: `question_ru`. */
  readonly language?: Language;
}

/** As people call them, the plainest first: of two columns for one part, the first one here is read. */
const NAMES: Readonly<Record<Exclude<ColumnRole, 'option'>, readonly string[]>> = {
  question: [
    ...['question', 'questions', 'вопрос', 'вопросы', 'question text', 'interview question'],
    ...['front', 'лицевая сторона', 'лицо', 'card front', 'term', 'термин', 'prompt', 'q'],
    ...['name', 'title', 'название'],
  ],
  answer: [
    ...[
      'answer',
      'answers',
      'ответ',
      'ответы',
      'reference answer',
      'model answer',
      'sample answer',
    ],
    ...['back', 'оборот', 'обратная сторона', 'card back', 'definition', 'определение'],
    ...['response', 'solution', 'решение', 'a'],
  ],
  explanation: ['explanation', 'rationale', 'пояснение', 'объяснение'],
  topic: [
    ...['topic', 'topics', 'тема', 'темы', 'category', 'categories', 'категория', 'subject'],
    ...['section', 'раздел', 'theme', 'chapter', 'глава', 'tag', 'tags', 'тег', 'теги', 'метки'],
  ],
  difficulty: ['difficulty', 'сложность', 'level', 'уровень', 'seniority', 'grade', 'грейд'],
  id: ['id', 'guid', 'uuid', 'uid', 'slug'],
  correct: [
    ...['correct', 'correct answer', 'correct option', 'right answer', 'answer key', 'key'],
    ...['правильный ответ', 'верный ответ', 'правильный вариант', 'верный вариант'],
  ],
};

const ROLES = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.map(
      (name, rank) => [name, { role: role as Exclude<ColumnRole, 'option'>, rank }] as const,
    ),
  ),
);

/** `a`, `B)`, `option 1`, `answer_c`, `вариант 2`; the eleventh is read as well, so that it is told of. */
const OPTION =
  /^(?:(?:options?|choice|answer|answers|вариант|ответ|opt) ?)?(?:[a-kа-ик]|[1-9]|1[01])$/;

const LANGUAGE =
  /^(.+?) ?(?:\b|(?<=[а-яё]))(?:(en|eng|english|англ|английский)|(ru|rus|russian|рус|русский))$/;

/** `Correct_Answer:` and `correct answer` are the same name. */
const tidy = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[_\s.\-/()[\]*:?"“”«»]+/g, ' ')
    .trim();

/**
 * What each column is by its name, in their order; undefined for those that are not read. Undefined
 * altogether where the names do not say which column holds the question.
 */
export function columnsOf(names: readonly string[]): readonly (Column | undefined)[] | undefined {
  const tidied = names.map(tidy);
  const options = optionsAmong(tidied);
  const found = tidied.map((name, index) => (options.has(index) ? OPTION_FOUND : find(name)));
  const columns = found.map((one) => (one && isFirst(one, found) ? one.column : undefined));
  return columns.some((column) => column?.role === 'question') ? columns : undefined;
}

/** Whether the answer stands in one of them, or the right one of the options. */
export const hasAnswer = (columns: readonly (Column | undefined)[]): boolean =>
  columns.some((column) => column?.role === 'answer' || column?.role === 'correct');

/** Whether a column holds questions and says so: a list of people has a name in each row as well. */
export const namesQuestions = (
  columns: readonly (Column | undefined)[],
  names: readonly string[],
): boolean =>
  names.some(
    (name, at) => columns[at]?.role === 'question' && /question|вопрос|prompt/i.test(name),
  );

interface Found {
  readonly column: Column;
  readonly rank: number;
}

const OPTION_FOUND: Found = { column: { role: 'option' }, rank: 0 };

function find(name: string): Found | undefined {
  const plain = ROLES.get(name);
  if (plain) return { column: { role: plain.role }, rank: plain.rank };
  const [, base = '', en, ru] = LANGUAGE.exec(name) ?? [];
  const translated = ROLES.get(base.trim());
  if (translated?.role !== 'question' && translated?.role !== 'answer') return undefined;
  const language = en !== undefined ? 'en' : ru !== undefined ? 'ru' : undefined;
  return {
    column: { role: translated.role, ...(language && { language }) },
    rank: translated.rank,
  };
}

/** Of several columns for one part the one with the plainest name, or the first of these. */
function isFirst(one: Found, all: readonly (Found | undefined)[]): boolean {
  if (one === OPTION_FOUND) return true;
  const rivals = all.filter((other) => other !== undefined && isSamePart(one, other));
  return rivals.every((other) => other === one || (other?.rank ?? 0) >= one.rank);
}

const isSamePart = (one: Found, other: Found): boolean =>
  one.column.role === other.column.role && one.column.language === other.column.language;

/** Where the options of a choice stand: one alone is none. */
function optionsAmong(names: readonly string[]): ReadonlySet<number> {
  const places = names.flatMap((name, index) => (OPTION.test(name) ? [index] : []));
  return new Set(places.length > 1 ? places : []);
}

/** A name that occurs twice for a part that is read: which is meant, nobody can tell. */
export function nameTwice(
  names: readonly string[],
  columns: readonly (Column | undefined)[],
): string | undefined {
  const read = names.map(tidy).filter((_name, index) => columns[index]);
  return read.find((name, index) => read.indexOf(name) !== index);
}
