type Say = (...parts: readonly string[]) => string;

/** What stands in a formula, to the letter. */
const code = (part = ''): string => `\`${part}\``;

/** What a formula's typesetter and the program that draws it say, each in Russian. */
const REASONS: readonly (readonly [said: RegExp, inRussian: Say])[] = [
  // Of the program that draws.
  [/^the formula is empty$/, () => 'она пуста'],
  [/^it is longer than (\d+) characters$/, (most) => `в ней больше ${most} знаков`],
  [
    /^"(.+)" is not plain LaTeX; /s,
    (sign) => `знака ${code(sign)} в LaTeX нет, запишите его командой`,
  ],
  [/^dollar signs are not part/, () => 'знаки доллара в формулу не входят, уберите их'],
  [/^it asks for more than (\d+) columns$/, (most) => `в ней больше ${most} столбцов`],
  [
    /^(\\\S+) cannot be drawn; remove it$/,
    (command) => `команду ${code(command)} не нарисовать, уберите её`,
  ],
  [/^it is too large for a picture$/, () => 'она слишком велика для картинки'],
  [/^it draws nothing$/, () => 'рисовать в ней нечего'],
  [/^it draws far outside of its own place$/, () => 'она выходит далеко за свои края'],
  [/^it has no width of its own$/, () => 'у неё нет ширины'],
  [/^it is nested too deeply$/, () => 'слишком много вложенных скобок'],
  [/^it takes too long$/, () => 'она рисуется слишком долго'],
  [/^it breaks the program that draws it$/, () => 'программа, которая рисует, на ней падает'],
  [/^the process that draws cannot be started$/, () => 'программа, которая рисует, не запускается'],
  [
    /^the (renderer|typesetter) cannot (draw|set) it$/,
    () => 'программа, которая рисует, с ней не справилась',
  ],
  // Of MathJax, as far as people run into it.
  [/^Undefined control sequence (.+)$/s, (command) => `команды ${code(command)} нет`],
  [
    /^(Missing close brace|Extra open brace or missing close brace)$/,
    () => `не хватает скобки ${code('}')}`,
  ],
  [
    /^Extra close brace or missing open brace$/,
    () => `лишняя скобка ${code('}')} или не хватает ${code('{')}`,
  ],
  [
    /^Extra close brace while looking for '?(.+?)'?$/,
    (sign) => `скобка ${code('}')} стоит раньше, чем ${code(sign)}`,
  ],
  [
    /^Could not find closing '\]' for argument to (.+)$/,
    (command) => `в аргументе ${code(command)} не хватает ${code(']')}`,
  ],
  [/^Missing argument for (.+)$/, (command) => `у ${code(command)} не хватает аргумента`],
  [
    /^Missing or unrecognized delimiter for (.+)$/,
    (command) => `после ${code(command)} нужна скобка`,
  ],
  [/^Extra \\left or missing \\right$/, () => `у ${code('\\left')} нет своего ${code('\\right')}`],
  [/^Missing \\left or extra \\right$/, () => `у ${code('\\right')} нет своего ${code('\\left')}`],
  [/^Extra (\\\S+)$/, (command) => `${code(command)} здесь лишнее`],
  [/^Misplaced (.+)$/, (command) => `${code(command)} здесь не может стоять`],
  [/^Unknown environment '(.+)'$/, (name) => `окружения ${code(name)} нет`],
  [/^Missing (\\end\{.+\})$/, (end) => `не хватает ${code(end)}`],
  [
    /^Missing (\\begin\{.+\}) or extra (\\end\{.+\})$/,
    (begin, end) => `не хватает ${code(begin)}, или лишнее ${code(end)}`,
  ],
  [
    /^(\\begin\{.+\}) ended with (\\end\{.+\})$/,
    (begin, end) => `${code(begin)} закрыто другим: ${code(end)}`,
  ],
  [
    /^(Double exponent|Prime causes double exponent): /,
    () => 'две степени подряд, расставьте фигурные скобки',
  ],
  [/^Double subscripts: /, () => 'два индекса подряд, расставьте фигурные скобки'],
  [/^Missing superscript or subscript argument$/, () => 'не хватает степени или индекса'],
  [
    /^Missing open brace for (sub|super)script$/,
    () => `перед степенью или индексом не хватает ${code('{')}`,
  ],
  [
    /^Missing dimension or its units for (.+)$/,
    (command) => `у ${code(command)} не хватает размера с единицей`,
  ],
  [
    /^(\\\S+) is allowed only on operators$/,
    (command) => `${code(command)} бывает только у операторов`,
  ],
  [/^You can't use 'macro parameter character #'/, () => `знак ${code('#')} здесь не может стоять`],
  [/^Math mode is not properly terminated$/, () => 'текст внутри формулы не закрыт'],
];

/** In Russian, why a formula cannot be drawn; what nobody has translated is quoted. */
export function formulaReasonRu(reason: string): string {
  for (const [said, inRussian] of REASONS) {
    const match = said.exec(reason);
    if (match) return inRussian(...match.slice(1));
  }
  return `сообщение LaTeX: «${reason}»`;
}
