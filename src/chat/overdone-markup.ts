/** How many list items and quotes one line may begin with: `> - - words` begins with three. */
const MOST_LEVELS = 8;

/** Asterisks and underscores of one text: as many take a quarter of a second at worst. */
const MOST_MARKS = 900;

/** Opening brackets of one text. */
const MOST_BRACKETS = 150;

/** What a line of Markdown may begin with, again and again. */
const LEVEL = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/;

/**
 * Whether a text holds so much markup, within one another or in all, that reading it as Markdown takes
 * seconds or overflows the stack. Nobody writes so to be read. Returns what there is too much of; takes
 * time in proportion to the text's length.
 */
export function overdoneMarkup(text: string): 'levels' | 'marks' | 'brackets' | undefined {
  if (text.split('\n').some((line) => levelsOf(line) > MOST_LEVELS)) return 'levels';
  if (countOf(text, '*_') > MOST_MARKS) return 'marks';
  return countOf(text, '[') > MOST_BRACKETS ? 'brackets' : undefined;
}

function levelsOf(line: string): number {
  let rest = line;
  let levels = 0;
  for (; levels <= MOST_LEVELS; levels += 1) {
    const level = LEVEL.exec(rest)?.[0];
    if (level === undefined) break;
    rest = rest.slice(level.length);
  }
  return levels;
}

/** How often the signs occur, but for those behind a backslash, which are no markup. */
function countOf(text: string, signs: string): number {
  const tokens = text.match(/\\.|[*_[]/gs) ?? [];
  return tokens.filter((token) => signs.includes(token)).length;
}
