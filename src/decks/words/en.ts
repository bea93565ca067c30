import { countEn } from '../../i18n/plural.ts';
import { DECK_LIMITS } from '../limits.ts';

interface Stated {
  readonly problem: string;
  readonly fix: string;
}

interface Differing {
  readonly language: string;
  readonly first: string;
}

interface Placed {
  readonly line: number;
  readonly column: number;
}

interface WideRow {
  readonly cells: number;
  readonly columns: number;
  readonly delimiter: string;
}

const SIGNS = new Map([
  [',', 'a comma'],
  [';', 'a semicolon'],
  ['\t', 'a tab'],
]);

/** What is told of a file that somebody wants to take in: where something is, why it is not taken, how to mend it. */
export const en = {
  // Where.
  theFile: 'the file',
  line: (number: number) => `line ${number}`,
  note: (number: number) => `note ${number}`,
  question: (number: number) => `question ${number}`,
  questionWithId: ({ number, id }: { readonly number: number; readonly id: string }) =>
    `question ${number} (${id})`,
  questionOf: (id: string) => `question ${id}`,
  sheet: (name: string) => `sheet “${name}”`,
  theLast: (count: number) => `the last ${count}`,

  // Of a file as a whole.
  unknownKind: 'give a deck folder, or a .json, .csv, .xlsx, .txt, .md or .apkg file',
  noQuestion: 'it holds no question (write each with its answer, as in docs/deck-format.md)',
  notDecoded:
    'it is neither UTF-8 nor another encoding that can be told for sure (save it as UTF-8; in Excel that is “CSV UTF-8”)',
  readAs: (encoding: string) => `it is ${encoding} and not UTF-8, and was read as such`,
  tooLarge: ({ bytes, most }: { readonly bytes: number; readonly most: number }) =>
    `it is too large: ${bytes} bytes (keep it to ${most} bytes)`,
  /** On the command line alone. */
  unreadableFile: ({ problem, fix }: Stated) => `it ${problem} (${fix})`,
  toDiscuss: 'it holds questions without answers, so they are there to be discussed',
  twoLanguages: ({ english, russian }: { readonly english: number; readonly russian: number }) =>
    `${countEn(english, 'question is', 'questions are')} in English alone and ${russian} in Russian alone (choose a language to take its questions alone)`,
  notAskedFor: (count: number) =>
    `${countEn(count, 'question is', 'questions are')} in another language than the one that was chosen (to take them as well, import the file once more with theirs)`,
  moreTopics: (count: number) =>
    `${countEn(count, 'question has', 'questions have')} several topics or tags, of which the first is taken (put the one that you want first)`,
  topicsJoined: (count: number) =>
    `a deck has at most ${DECK_LIMITS.topics} topics, so ${count} of them became one`,

  // Of tables.
  namelessTable:
    'its first row does not name the columns `question` and `answer` (name them; a table of two columns needs no names)',
  bareTable:
    'no row names the columns, so the first is taken for the question and the second for the answer',
  namedTwice: ({ column, line }: { readonly column: string; readonly line: number }) =>
    `line ${line} names the column \`${column}\` twice (rename or remove one of them)`,
  oneSided: (columns: string) =>
    `nothing stands beside ${columns} in the same language, so it is not read (name columns in pairs, such as \`question_ru\` and \`answer_ru\`)`,
  aboveHeader: 'it stands above the names of the columns (if it is a question, move it below)',
  strayQuote:
    'a quote that closes nowhere is taken as it stands (write it twice, in a quoted cell)',
  wideRow: ({ cells, columns, delimiter }: WideRow) =>
    `${countEn(cells, 'cell', 'cells')} under ${countEn(columns, 'column', 'columns')} (put the cell that has ${SIGNS.get(delimiter) ?? `“${delimiter}”`} in quotation marks)`,
  shiftedRow: (delimiter: string) =>
    `its cells do not seem to stand under their columns (put the cell that has ${SIGNS.get(delimiter) ?? `“${delimiter}”`} in quotation marks, and begin no cell with a blank)`,
  tooManyRows: (most: number) => `it has more than ${most} rows (cut it into several files)`,
  tooManyColumns: ({ line, most }: { readonly line: number; readonly most: number }) =>
    `line ${line} has over ${most} columns (keep those of the question, its answer, topic and difficulty)`,
  longLine: (line: number) =>
    `line ${line} is too long to be a question (break it into lines, or close its quotation mark)`,
  tooManyLines: 'it has more lines than a deck can hold (cut it into several)',
  numbered: (first: 0 | 1) =>
    `its answers are numbers, and the first option is taken for number ${first} (where that is wrong, name the right ones by letter)`,
  undecided: 'its answer is none of its options (write its letter or text)',
  otherSheet: 'only the first sheet is read (save this one as a file of its own)',
  emptySheets:
    'its sheets are empty (write one question in each row of the first sheet, and save it)',
  noWorkbook: 'it cannot be read as a workbook (save it as CSV UTF-8)',

  // Of JSON.
  noList:
    'it has no list of questions (write a list of objects, or an object with a list `questions`)',
  namelessObjects: 'its objects have no keys `question` and `answer` (rename those that hold them)',
  noObject: 'it is not an object with a question in it (write `{"question": …, "answer": …}`)',
  tooManyKeys: (most: number) =>
    `its objects have over ${most} different keys (use the same keys in each, such as \`question\` and \`answer\`)`,
  notJson: (detail: string) =>
    `it is not JSON: ${detail} (look for a comma or a quote that is missing or too many)`,
  jsonEnds: ({ line, column }: Placed) =>
    `it is not JSON: line ${line}, column ${column}: it ends too early (close what is open, or download it again)`,
  jsonUnexpected: ({ line, column, sign }: Placed & { readonly sign: string }) =>
    `it is not JSON: line ${line}, column ${column}: ${sign} is not expected there (look for a comma or a quote that is missing or too many)`,
  tooDeep: ({ line, most }: { readonly line: number; readonly most: number }) =>
    `line ${line}: lists or objects stand more than ${most} deep within one another (write a list of objects)`,
  tooManyValues: (line: number) =>
    `line ${line}: there are more values than a deck can hold (cut the file into several)`,
  tooWide: ({ line, most }: { readonly line: number; readonly most: number }) =>
    `line ${line}: an object has more than ${most} keys (write a list of objects, one for each question)`,
  longText: ({ line, most }: { readonly line: number; readonly most: number }) =>
    `line ${line}: a text is longer than ${most} characters (shorten it, or close its quote)`,

  // Of Markdown.
  longMarkdown: (most: number) => `it has more than ${most} characters (cut it in two)`,
  overdone: 'it holds too much markup (cut it in two)',
  overdoneLine: (line: number) =>
    `line ${line} holds too much markup (write it in plain paragraphs and lists of one level)`,
  unanswered: 'no answer stands under this question (write one below it)',

  // Of Anki and other archives.
  cloze: 'it is a cloze note; write it as a question and an answer',
  noText: 'its question or its answer has no text (write it in Anki, and export again)',
  noCollection: 'it holds no Anki collection (export the deck in Anki once more, as an .apkg file)',
  brokenCollection: 'its collection cannot be read (export the deck in Anki once more)',
  otherDatabase:
    'the database inside it is another program’s, not Anki’s (export from that program as CSV)',
  cutOff: 'it is incomplete: its collection is cut off; export or download it again',
  noRoom: (folder: string) =>
    `there is no room on the disk to unpack it in ${folder}; free some, or set TMPDIR to a folder on another disk`,
  noTemporaryFolder: (folder: string, code: string) =>
    `it cannot be unpacked in the temporary folder ${folder} (${code}); make sure that it exists and that you may write to it, or set TMPDIR to another`,
  noFile: 'it is not a file (give the path of a file or of a deck’s folder)',
  tooManyFiles: (most: number) =>
    `it holds more than ${most} files (save it without pictures and sounds)`,
  holdsLink: (name: string) =>
    `it holds a link to another file, ${name} (export it again with the program it is from)`,
  holdsTwice: (name: string) =>
    `it holds ${name} twice (export it again with the program it is from)`,
  bigContent: (most: number) =>
    `its content takes more than ${most} bytes (cut it into several, without pictures and sounds)`,
  bomb: 'it unpacks to absurd size (export it again with the program it is from)',
  noArchive: (detail: string) =>
    `it is not a sound zip archive: ${detail} (save or download it again)`,
  slow: 'it takes too long to read (cut it into several, or save it as CSV)',

  // Of one question.
  unspoken: (language: string) =>
    `it is in ${language}, which Whetstone does not speak (translate it, or choose the language that it is to be taken in as)`,
  unknownLevel: (written: string) =>
    `its difficulty “${written}” is not known, so it is medium (write easy, medium or hard)`,
  latexStandsIn:
    '`formulaText` is missing, so the LaTeX stands in for it (write it in plain Unicode)',
  idTwice: (id: string) => `another question before it has the id ${id} (give this one its own)`,
  tooManyQuestions: `a deck holds at most ${DECK_LIMITS.questions} questions (cut the file into several)`,

  // Parts of a question, as people call them.
  parts: {
    question: 'the question',
    answer: 'the answer',
    options: 'the list of options',
    option: (place: number) => `option ${place}`,
    source: 'the source',
  },
  partIn: {
    en: (part: string) => `${part} in English`,
    ru: (part: string) => `${part} in Russian`,
  },

  // What a check of the whole deck says.
  notShown: ({ part, reason }: { readonly part: string; readonly reason: string }) => ({
    problem: `${part} cannot be shown: ${reason}`,
    fix: 'write it shorter or with less markup',
  }),
  theQuestion: 'the question',
  longFor: (platform: string) => `it is too long for ${platform}`,
  notLaidOut: ({ platform, detail }: { readonly platform: string; readonly detail: string }) =>
    `${platform} cannot lay it out (${detail})`,
  notDrawn: (reason: string) => ({
    problem: `\`formula\` cannot be drawn: ${reason}`,
    fix: 'mend the LaTeX',
  }),
  pointTwice: (id: string) => ({
    problem: `the key point \`${id}\` occurs twice`,
    fix: 'rename one of them',
  }),
  sameId: (id: string) => ({
    problem: `another question has the id ${id}`,
    fix: 'give it an id of its own',
  }),
  lacksLanguage: (language: string) => ({
    problem: `has no \`${language}\`, a language of its deck`,
    fix: `add \`${language}\``,
  }),
  otherPoints: ({ language, first, ids }: Differing & { readonly ids: string }) => ({
    problem: `\`${language}\` has other key points than \`${first}\``,
    fix: `use the ids of \`${first}\`, in its order: ${ids}`,
  }),
  otherOptions: ({ language, first }: Differing) => ({
    problem: `\`${language}\` has other options than \`${first}\``,
    fix: 'write as many in each language, and mark the same ones as right',
  }),
  lacksAnswer: (language: string) => ({
    problem: `\`${language}.answer\` is missing`,
    fix: 'write it, or leave it out of every language for a question to discuss',
  }),

  // What a value of the deck format lacks. Its name comes before the problem.
  missing: { problem: 'is missing', fix: 'add it' },
  isEmpty: { problem: 'is empty', fix: 'fill it in' },
  emptyText: { problem: 'is empty', fix: 'fill it in, or remove the key if it is optional' },
  emptyPart: { problem: 'is empty', fix: 'fill it in' },
  unknownKey: {
    problem: 'is not a key of the deck format',
    fix: 'remove it or mend its spelling',
  },
  otherValue: (values: string) => ({
    problem: 'is not one of its values',
    fix: `write ${values}`,
  }),
  noSlug: { problem: 'is not a slug', fix: 'use a–z, 0–9 and single hyphens, a letter first' },
  notText: { problem: 'is not text', fix: 'put it in quotes' },
  kinds: {
    ...{ number: 'a number', array: 'a list', object: 'a mapping', record: 'a mapping' },
    boolean: '`true` or `false`',
  },
  otherKind: (kind: string) => ({
    problem: `is not ${kind}`,
    fix: `make it ${kind}, as in docs/deck-format.md`,
  }),
  longString: (most: number) => ({
    problem: 'is too long',
    fix: `keep it to ${most} characters`,
  }),
  longList: (most: number) => ({ problem: 'is too long', fix: `keep it to ${most} entries` }),
  shortList: (least: number) => ({
    problem: `has fewer than ${least} entries`,
    fix: 'add what is missing',
  }),
  noAddress: { problem: 'is not a web address', fix: 'write it in full, with https://' },
  otherwise: (problem: string) => ({ problem, fix: 'see docs/deck-format.md' }),
  hidden: {
    problem: 'holds a hidden character (a control, a bidirectional mark or half a surrogate pair)',
    fix: 'type the text anew, or paste it as plain text',
  },
  muchMarkup: {
    problem: 'holds too much markup: lists or quotes within one another, asterisks, brackets',
    fix: 'write plain paragraphs and lists of one level',
  },
  severalLines: { problem: 'has a line break or a tab', fix: 'write it on one line' },
  noLanguage: { problem: 'has no language', fix: 'write it under `en`, `ru` or both' },
  noTexts: { problem: 'has no language', fix: 'write its texts under `en`, `ru` or both' },
  noWeight: {
    problem: 'is not a weight',
    fix: `write a number above 0, up to ${DECK_LIMITS.weight}`,
  },
  noneRight: {
    problem: 'has no right option',
    fix: 'write `right: true` at one or several of them',
  },
  noneWrong: {
    problem: 'has no wrong option',
    fix: 'add one that is wrong, or ask an open question',
  },
  optionTwice: { problem: 'holds the same option twice', fix: 'change or remove one' },
  pointsAlone: {
    problem: 'stands without an `answer`',
    fix: 'write the reference answer, or leave the key points out for a question to discuss',
  },
  noFormulaText: {
    problem: 'has no `formulaText` beside it',
    fix: 'add `formulaText`: the formula in plain Unicode, for screens without pictures',
  },
  manyTopics: { problem: `holds more than ${DECK_LIMITS.topics} topics`, fix: 'merge some' },
};
