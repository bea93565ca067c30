/** Characters of a column: what is wider runs over. */
const WIDEST = 40;

/** A table as a block of code with its columns under one another: no platform draws tables. */
export function tableToMarkdown(rows: readonly (readonly string[])[]): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.min(WIDEST, Math.max(...rows.map((row) => (row[column] ?? '').length))),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  return ['```', lines[0] ?? '', rule, ...lines.slice(1), '```'].join('\n');
}
