/**
 * Authors set several equations side by side with `\qquad` between them. Where that is too wide for
 * one line, each becomes a line of its own; TeX's own breaking would rather split one at its `=`.
 */
export function stackParts(latex: string): string {
  const parts = topLevelParts(latex);
  if (parts.length < 2) return latex;
  return `\\begin{gathered}${parts.join(`\\\\[${LINE_GAP}]`)}\\end{gathered}`;
}

const LINE_GAP = '0.5em';

const OPENS = /^(\{|\\left|\\begin)$/;
const CLOSES = /^(\}|\\right|\\end)$/;

/** Cuts at each `\qquad` that is not inside braces, delimiters or an environment. */
function topLevelParts(latex: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of latex.matchAll(/\\[A-Za-z]+|\\.|[{}]/g)) {
    if (OPENS.test(token)) depth += 1;
    if (CLOSES.test(token)) depth -= 1;
    if (token !== '\\qquad' || depth !== 0) continue;
    parts.push(latex.slice(start, index).trim());
    start = index + token.length;
  }
  return [...parts, latex.slice(start).trim()];
}
