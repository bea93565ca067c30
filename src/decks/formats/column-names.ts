/** What a column of somebody else's table, or a key of their JSON, is to a question. */
export type ColumnRole =
  | 'question'
  | 'answer'
  | 'explanation'
  | 'topic'
  | 'difficulty'
  | 'id'
  /** Which of the options is right, or are. */
  | 'correct'
  /** All options in one cell. */
  | 'options'
  | PlacedRole;

/** Of these each option has a column of its own: the option, why it is right or wrong, or one that is wrong. */
type PlacedRole = 'option' | 'why' | 'wrong';

type NamedRole = Exclude<ColumnRole, PlacedRole>;

/** As people call them, the plainest first: of two columns for one part, the first one here is read. */
const NAMES: Readonly<Record<NamedRole, readonly string[]>> = {
  question: [
    ...['question', 'questions', 'вопрос', 'вопросы', 'question text', 'interview question'],
    ...['front', 'лицевая сторона', 'лицо', 'card front', 'term', 'термин', 'prompt', 'q'],
    ...['question title', 'question stem', 'stem', 'текст вопроса', 'name', 'title', 'название'],
    ...['title text', 'instruction', 'text'],
  ],
  answer: [
    ...['answer', 'answers', 'ответ', 'ответы', 'reference answer', 'model answer'],
    ...['sample answer', 'ideal answer', 'expected answer', 'suggested answer', 'best answer'],
    ...['full answer', 'detailed answer', 'short answer', 'example answer', 'answer text'],
    ...['эталонный ответ', 'образцовый ответ', 'полный ответ', 'краткий ответ', 'текст ответа'],
    ...['back', 'оборот', 'обратная сторона', 'card back', 'definition', 'определение'],
    ...['response', 'solution', 'решение', 'a', 'completion', 'output'],
  ],
  explanation: [
    ...['explanation', 'explanations', 'answer explanation', 'rationale', 'reason', 'why'],
    ...['feedback', 'general feedback', 'support', 'пояснение', 'объяснение', 'обоснование'],
    ...['комментарий к ответу', 'пояснение к ответу'],
  ],
  topic: [
    ...['topic', 'topics', 'тема', 'темы', 'category', 'categories', 'категория', 'subject'],
    ...['section', 'раздел', 'theme', 'chapter', 'глава', 'tag', 'tags', 'тег', 'теги', 'метки'],
  ],
  difficulty: [
    ...['difficulty', 'difficulty level', 'сложность', 'level', 'уровень', 'уровень сложности'],
    ...['seniority', 'grade', 'грейд'],
  ],
  id: ['id', 'question id', 'guid', 'uuid', 'uid', 'slug'],
  correct: [
    ...['correct', 'correct answers', 'correct answer', 'correct options', 'correct option'],
    ...[
      'correct choice',
      'option correct',
      'right answers',
      'right answer',
      'right option',
      'answer key',
      'key',
    ],
    ...['correct index', 'correct answer index', 'correct option index', 'answer index'],
    ...['correct answer id', 'correct option id', 'answer id', 'answer letter', 'correct letter'],
    ...['правильный ответ', 'правильные ответы', 'верный ответ', 'верные ответы'],
    ...['правильный вариант', 'верный вариант', 'ключ'],
  ],
  options: [
    ...['options', 'choices', 'answer options', 'answer choices', 'possible answers', 'variants'],
    ...['варианты', 'варианты ответа', 'варианты ответов'],
  ],
};

/** A role by its name, and how plain the name is: the lower, the plainer. */
export interface NamedAs {
  readonly role: NamedRole;
  readonly rank: number;
}

const ROLES = new Map<string, NamedAs>(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.map((name, rank) => [name, { role: role as NamedRole, rank }] as const),
  ),
);

/** What a folded name says in full. */
export const roleNamed = (name: string): NamedAs | undefined => ROLES.get(name);

/** What stands for one of the options: its letter or its number. The eleventh is read, so that it is told of. */
const MARK = '(?<mark>[a-kа-ик]|\\d|1[01])';

const ANSWER =
  '(?:answer option|answer choice|answer|options?|choice|opt|вариант ответа|вариант|ответ)';

const REASON =
  '(?:explanation|rationale|reason|why|feedback|justification|comment|пояснение|объяснение|обоснование|комментарий|почему)';

const WRONG =
  '(?:incorrect|wrong|false|distractor|неправильный|неправильные|неверный|неверные|ложный)';

/** `a`, `B)`, `option 1`, `answer_c`, `вариант 2`; `feedback b`, `option 1 explanation`; `incorrect answer 2`. */
const PLACED: Readonly<Record<PlacedRole, readonly RegExp[]>> = {
  option: [new RegExp(`^(?:${ANSWER} ?)?${MARK}(?: text)?$`)],
  why: [
    new RegExp(`^${REASON} ?(?:(?:for|to|к) )?(?:${ANSWER}у? ?)?${MARK}$`),
    new RegExp(`^(?:${ANSWER} ?)?${MARK} ${REASON}$`),
  ],
  wrong: [new RegExp(`^${WRONG}(?: (?:answers?|options?|choices?|ответы?|варианты?))? ?${MARK}?$`)],
};

const LETTERS = 'abcdefghijk';
const CYRILLIC = 'абвгдежзик';

/** A role of an option's own columns, and which option that is. */
export interface PlacedAs {
  readonly role: PlacedRole;
  readonly place: number;
}

export function placedIn(name: string): PlacedAs | undefined {
  for (const [role, patterns] of Object.entries(PLACED) as [PlacedRole, RegExp[]][]) {
    const match = patterns.map((pattern) => pattern.exec(name)).find((found) => found !== null);
    if (match) return { role, place: placeOf(match.groups?.['mark'] ?? '1') };
  }
  return undefined;
}

const placeOf = (mark: string): number =>
  /^\d/.test(mark) ? Number(mark) - 1 : Math.max(LETTERS.indexOf(mark), CYRILLIC.indexOf(mark));

/** Signs of no width, which come along where somebody copies from a web page. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

/** `Correct_Answer:`, `correctAnswer` and `correct answer` are the same name. */
export const foldName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[_\s.\-–—/()[\]*:?#"“”«»]+/g, ' ')
    .trim();

/** `Answer 3 (Optional)`, `Correct answer(s) - choose at least one`: what helps to fill it in is no name. */
const HINT =
  /\((?:s|ы|[^()]*\b(?:optional|required|only|max|min|letter|number|index)\b[^()]*|[^()]*(?:необязательн|букв|номер)[^()]*)\)| [-–—] .* .*$/gi;

export const withoutHint = (name: string): string => name.replace(HINT, ' ');

/** A number under such a name is a program's, which counts from 0. */
export const isIndexName = (name: string): boolean => /\b(index|idx)$/.test(foldName(name));

/**
 * The name by which JavaScript's objects know what they inherit from. As the name of a column or as a key it is
 * meant for a program, and is no question.
 */
export const isProgramsName = (name: string): boolean => name.trim() === '__proto__';
