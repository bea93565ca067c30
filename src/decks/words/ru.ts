import { countRu } from '../../i18n/plural.ts';
import { DECK_LIMITS } from '../limits.ts';
import type { en } from './en.ts';
import { formulaReasonRu } from './formula-reasons.ts';

const SIGNS = new Map([
  [',', 'запятая'],
  [';', 'точка с запятой'],
  ['\t', 'табуляция'],
]);

export const ru: typeof en = {
  theFile: 'файл',
  line: (number) => `строка ${number}`,
  note: (number) => `заметка ${number}`,
  question: (number) => `вопрос ${number}`,
  questionWithId: ({ number, id }) => `вопрос ${number} (${id})`,
  questionOf: (id) => `вопрос ${id}`,
  sheet: (name) => `лист «${name}»`,
  theLast: (count) => `последние ${count}`,

  unknownKind: 'нужна папка колоды или файл .json, .csv, .xlsx, .txt, .md либо .apkg',
  noQuestion: 'вопросов в нём нет',
  notDecoded:
    'его кодировку не удаётся определить наверняка (сохраните файл в UTF-8; в Excel это «CSV UTF-8»)',
  readAs: (encoding) => `он не в UTF-8, а в ${encoding}, и так прочитан`,
  tooLarge: ({ bytes, most }) => `он слишком велик: ${bytes} байт (нужно не больше ${most})`,
  unreadableFile: ({ problem, fix }) => `прочитать не удалось: ${problem} (${fix})`,
  toDiscuss: 'в нём вопросы без ответов, поэтому они для обсуждения',
  twoLanguages: ({ english, russian }) =>
    `только по-английски — ${english}, только по-русски — ${russian} (чтобы взять только одни из них, выберите язык)`,
  topicsJoined: (count) =>
    `в колоде не больше ${DECK_LIMITS.topics} тем, поэтому лишние (${count}) объединены в одну`,

  namelessTable:
    'в первой строке нет названий столбцов `question` и `answer` (подпишите их; таблице из двух столбцов названия не нужны)',
  bareTable: 'столбцы не подписаны, поэтому первый считается вопросом, а второй — ответом',
  namedTwice: (column) => `в первой строке столбец \`${column}\` назван дважды`,
  aboveHeader: 'стоит выше названий столбцов',
  strayQuote:
    'кавычка нигде не закрыта и взята как есть (внутри ячейки в кавычках удваивайте кавычки)',
  wideRow: ({ cells, columns, delimiter }) =>
    `${countRu(cells, ['ячейка', 'ячейки', 'ячеек'])}, а столбцов всего ${columns} (возьмите в кавычки ячейку, в которой есть ${SIGNS.get(delimiter) ?? `«${delimiter}»`})`,
  shiftedRow: (delimiter) =>
    `ячейки стоят не в своих столбцах (возьмите в кавычки ячейку, в которой есть ${SIGNS.get(delimiter) ?? `«${delimiter}»`}, и не начинайте ячейки с пробела)`,
  tooManyRows: (most) => `в нём больше ${most} строк`,
  tooManyColumns: ({ line, most }) => `в строке ${line} больше ${most} столбцов`,
  longLine: (line) => `строка ${line} слишком длинна для вопроса`,
  tooManyLines: 'строк больше, чем вмещает колода (разделите файл на части)',
  numbered: (first) =>
    `ответы в нём — номера, и первый вариант считается номером ${first} (если это не так, укажите верные буквами)`,
  undecided: 'такого ответа нет среди вариантов (впишите букву варианта или его текст)',
  otherSheet: 'читается только первый лист (сохраните этот отдельным файлом)',
  emptySheets: 'его листы пусты',
  noWorkbook: 'прочитать его как книгу Excel не удалось (сохраните как CSV UTF-8)',

  noList: 'в нём нет списка вопросов (нужен список объектов или объект со списком `questions`)',
  namelessObjects: 'у объектов нет ключей `question` и `answer`',
  noObject: 'это не объект с вопросом',
  tooManyKeys: (most) => `у объектов больше ${most} разных ключей`,
  notJson: () => 'это не JSON (ищите лишнюю или пропущенную запятую либо кавычку)',
  jsonEnds: ({ line, column }) =>
    `это не JSON: строка ${line}, столбец ${column}: текст обрывается`,
  jsonUnexpected: ({ line, column, sign }) =>
    `это не JSON: строка ${line}, столбец ${column}: здесь не может стоять ${sign} (ищите лишнюю или пропущенную запятую либо кавычку)`,
  tooDeep: ({ line, most }) =>
    `строка ${line}: вложенность больше ${most} уровней (нужен список объектов)`,
  tooManyValues: (line) =>
    `строка ${line}: значений больше, чем вмещает колода (разделите файл на части)`,
  tooWide: ({ line, most }) =>
    `строка ${line}: в одном объекте больше ${most} ключей (нужен список объектов, по одному на вопрос)`,
  longText: ({ line, most }) =>
    `строка ${line}: текст длиннее ${most} знаков (сократите его или закройте кавычку)`,

  longMarkdown: (most) => `в нём больше ${most} знаков (разделите надвое)`,
  overdone: 'в нём слишком много разметки (разделите надвое)',
  overdoneLine: (line) => `в строке ${line} слишком много разметки`,
  unanswered: 'под этим вопросом нет ответа',

  cloze: 'это заметка с пропусками; запишите её вопросом и ответом',
  noText: 'в вопросе или в ответе нет текста',
  noCollection: 'в нём нет коллекции Anki',
  brokenCollection: 'его коллекцию не удалось прочитать',
  otherDatabase: 'внутри база данных другой программы, а не Anki',
  cutOff: 'файл неполный: коллекция в нём обрывается; экспортируйте или скачайте его заново',
  noRoom: (folder) =>
    `на диске нет места, чтобы распаковать его в ${folder}; освободите место или укажите в TMPDIR папку на другом диске`,
  noTemporaryFolder: (folder, code) =>
    `его не удалось распаковать во временную папку ${folder} (${code}); проверьте, что она есть и что в неё можно писать, или укажите другую в TMPDIR`,
  noFile: 'это не файл',
  tooManyFiles: (most) => `в нём больше ${most} файлов`,
  holdsLink: (name) => `в нём есть ссылка на другой файл: ${name}`,
  holdsTwice: (name) => `${name} встречается в нём дважды`,
  bigContent: (most) => `его содержимое занимает больше ${most} байт`,
  bomb: 'при распаковке он становится неправдоподобно большим',
  noArchive: () => 'это не исправный zip-архив (сохраните или скачайте его заново)',
  slow: 'он читается слишком долго',

  unspoken: (language) =>
    `язык — ${language}, а Whetstone на нём не говорит (переведите или выберите язык, который ему приписать)`,
  unknownLevel: (written) =>
    `сложность «${written}» неизвестна, поэтому взята средняя (пишите: лёгкая, средняя или сложная)`,
  latexStandsIn: 'нет `formulaText`, вместо него взят LaTeX (запишите формулу обычными знаками)',
  idTwice: (id) => `выше уже есть вопрос с id ${id}`,
  tooManyQuestions: `в колоде не больше ${DECK_LIMITS.questions} вопросов`,

  parts: {
    question: 'вопрос',
    answer: 'ответ',
    options: 'список вариантов',
    option: (place) => `вариант ${place}`,
    source: 'источник',
  },
  partIn: {
    en: (part) => `${part} на английском`,
    ru: (part) => `${part} на русском`,
  },

  notShown: ({ part, reason }) => ({
    problem: `${part} не показать: ${reason}`,
    fix: 'сократите текст или уберите часть разметки',
  }),
  theQuestion: 'вопрос',
  longFor: (platform) => `для ${platform} он слишком длинный`,
  // Another program's English tells a reader of Russian nothing.
  notLaidOut: ({ platform }) => `${platform} не может его разместить`,
  notDrawn: (reason) => ({
    problem: `формулу в \`formula\` не нарисовать: ${formulaReasonRu(reason)}`,
    fix: 'исправьте LaTeX',
  }),
  pointTwice: (id) => ({
    problem: `ключевой пункт \`${id}\` встречается дважды`,
    fix: 'переименуйте один из них',
  }),
  sameId: (id) => ({
    problem: `у другого вопроса тот же id: ${id}`,
    fix: 'дайте этому свой',
  }),
  lacksLanguage: (language) => ({
    problem: `нет текстов под \`${language}\`, а колода и на этом языке`,
    fix: `добавьте \`${language}\``,
  }),
  otherPoints: ({ language, first, ids }) => ({
    problem: `под \`${language}\` не те же ключевые пункты, что под \`${first}\``,
    fix: `возьмите id из \`${first}\` в том же порядке: ${ids}`,
  }),
  otherOptions: ({ language, first }) => ({
    problem: `под \`${language}\` не те же варианты, что под \`${first}\``,
    fix: 'вариантов должно быть поровну на каждом языке, верные — на тех же местах',
  }),
  lacksAnswer: (language) => ({
    problem: `нет \`${language}.answer\``,
    fix: 'напишите ответ или уберите его на всех языках, если вопрос для обсуждения',
  }),

  missing: { problem: 'отсутствует', fix: 'добавьте' },
  isEmpty: { problem: 'пусто', fix: 'заполните' },
  emptyText: { problem: 'пусто', fix: 'заполните или уберите ключ, если он не обязателен' },
  emptyPart: { problem: 'пуст', fix: 'заполните' },
  unknownKey: {
    problem: '— такого ключа в формате колоды нет',
    fix: 'уберите его или исправьте написание',
  },
  otherValue: (values) => ({ problem: 'с таким значением не бывает', fix: `пишите ${values}` }),
  noSlug: {
    problem: '— не слаг',
    fix: 'нужны a–z, 0–9 и одиночные дефисы, первой — буква',
  },
  notText: { problem: '— не текст', fix: 'возьмите в кавычки' },
  kinds: {
    ...{ number: 'число', array: 'список', object: 'объект', record: 'объект' },
    boolean: '`true` или `false`',
  },
  otherKind: (kind) => ({
    problem: `— не ${kind}`,
    fix: `нужно: ${kind}; см. docs/deck-format.md`,
  }),
  longString: (most) => ({ problem: '— слишком длинно', fix: `не больше ${most} знаков` }),
  longList: (most) => ({ problem: '— слишком длинный список', fix: `не больше ${most}` }),
  shortList: (least) => ({
    problem: `— слишком короткий список: нужно не меньше ${least}`,
    fix: 'добавьте недостающее',
  }),
  noAddress: { problem: '— не адрес страницы', fix: 'нужен полный, с https://' },
  otherwise: (problem) => ({ problem: `— ошибка: ${problem}`, fix: 'см. docs/deck-format.md' }),
  hidden: {
    problem: 'содержит скрытый знак (управляющий, направления письма или половину пары)',
    fix: 'наберите текст заново или вставьте без форматирования',
  },
  muchMarkup: {
    problem: 'содержит слишком много разметки: вложенные списки и цитаты, звёздочки, скобки',
    fix: 'пишите простыми абзацами и списками в один уровень',
  },
  severalLines: { problem: 'содержит перевод строки или табуляцию', fix: 'запишите в одну строку' },
  noLanguage: {
    problem: 'ни на одном языке не написано',
    fix: 'напишите под `en`, `ru` или обоими',
  },
  noTexts: {
    problem: 'ни на одном языке не написано',
    fix: 'напишите тексты под `en`, `ru` или обоими',
  },
  noWeight: { problem: '— не вес', fix: `нужно число больше 0 и не больше ${DECK_LIMITS.weight}` },
  noneRight: {
    problem: '— нет верного варианта',
    fix: 'поставьте `right: true` у одного или нескольких',
  },
  noneWrong: {
    problem: '— нет неверного варианта',
    fix: 'добавьте неверный или задайте открытый вопрос',
  },
  optionTwice: { problem: '— один вариант стоит дважды', fix: 'измените или уберите один' },
  pointsAlone: {
    problem: '— есть, а `answer` нет',
    fix: 'напишите эталонный ответ или уберите ключевые пункты, если вопрос для обсуждения',
  },
  noFormulaText: {
    problem: '— рядом нет `formulaText`',
    fix: 'добавьте `formulaText`: формулу обычными знаками, для экранов без картинок',
  },
  manyTopics: { problem: `— больше ${DECK_LIMITS.topics} тем`, fix: 'объедините некоторые' },
};
