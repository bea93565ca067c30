/** The longest formula that is drawn, in characters of LaTeX; what fits a picture is far shorter. */
const FORMULA_LENGTH = 1_000;

/**
 * Refused although MathJax's base packages know them: `\mmlToken` sets any attribute of the output,
 * and numbered equations take the whole width of a page, which a picture does not have.
 */
const REFUSED = /\\(mmlToken|tag|label|ref|eqref)(?![A-Za-z])/;

/**
 * What asks for columns by their number, without end if it wants: `*{3}{c}`, also within itself, and the
 * aligned equations that state how many they are.
 */
const REPEATED = /\*\s*(?:\{(\d+)\}|(\d)\s*\{)/g;
const ALIGNED = /\\begin\s*\{x{0,2}align(?:at|edat)\*?\}\s*(?:\[[^\]]*\]\s*)?\{?\s*(\d+)/g;
const MOST_COLUMNS = 100;

const NOT_PLAIN = /[^\n\x20-\x7e]/u;

/** Why a formula's source is not even tried; undefined where it may be. */
export function sourceFault(latex: string): string | undefined {
  if (latex.trim() === '') return 'the formula is empty';
  if (latex.length > FORMULA_LENGTH) return `it is longer than ${FORMULA_LENGTH} characters`;
  const foreign = NOT_PLAIN.exec(latex)?.[0];
  if (foreign !== undefined) return `"${foreign}" is not plain LaTeX; write it as a command`;
  if (/(?<!\\)\$/.test(latex)) return 'dollar signs are not part of a formula; remove them';
  if (columnsIn(latex) > MOST_COLUMNS) return `it asks for more than ${MOST_COLUMNS} columns`;
  const command = REFUSED.exec(latex)?.[0];
  return command === undefined ? undefined : `${command} cannot be drawn; remove it`;
}

function columnsIn(latex: string): number {
  const repeated = [...latex.matchAll(REPEATED)].map(([, count, digit]) => Number(count ?? digit));
  const aligned = [...latex.matchAll(ALIGNED)].map(([, count]) => Number(count));
  return Math.max(
    repeated.reduce((product, count) => product * count, 1),
    ...aligned,
  );
}
