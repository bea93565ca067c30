/** The longest formula that is drawn, in characters of LaTeX; what fits a picture is far shorter. */
export const FORMULA_LENGTH = 1_000;

/**
 * Refused although MathJax's base packages know them: `\mmlToken` sets any attribute of the output,
 * and numbered equations take the whole width of a page, which a picture does not have.
 */
const REFUSED = /\\(mmlToken|tag|label|ref|eqref)(?![A-Za-z])/;

const NOT_PLAIN = /[^\n\x20-\x7e]/u;

/** Why a formula's source is not even tried; undefined where it may be. */
export function sourceFault(latex: string): string | undefined {
  if (latex.trim() === '') return 'the formula is empty';
  if (latex.length > FORMULA_LENGTH) return `it is longer than ${FORMULA_LENGTH} characters`;
  const foreign = NOT_PLAIN.exec(latex)?.[0];
  if (foreign !== undefined) return `"${foreign}" is not plain LaTeX; write it as a command`;
  if (/(?<!\\)\$/.test(latex)) return 'dollar signs are not part of a formula; remove them';
  const command = REFUSED.exec(latex)?.[0];
  return command === undefined ? undefined : `${command} cannot be drawn; remove it`;
}
