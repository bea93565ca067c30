/**
 * Discord's Markdown as a reader sees it, for what bots may write in an embed: escapes, code,
 * emphasis, masked links, instants, headings, quotes, lists and small print.
 */
export function unmarked(markdown: string): string {
  return markdown.replace(TOKEN, shown).replaceAll('\u200B', '').trim();
}

/** In the order in which Discord tries them; the first that fits at a place wins. */
const TOKEN = new RegExp(
  [
    /\\(?<escaped>[^0-9A-Za-z\s])/,
    /```(?:\w*\n)?(?<block>[\s\S]*?)\n?```/,
    /``(?<wide>[\s\S]+?)``(?!`)/,
    /`(?<code>[^`]+)`/,
    /\[(?<label>(?:\\.|[^\]\\])*)\]\(<?(?<href>[^)>]*)>?\)/,
    /<t:(?<instant>-?\d+)(?::\w)?>/,
    /<(?<address>https?:\/\/[^>]*)>/,
    /\*\*|__|~~|\|\||\*|_/,
    // Last, since it may be of no length, and then takes the place of whatever follows.
    /(?<=^|\n)(?<quote>> )?(?<start>#{1,3} |-# )?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

interface Groups {
  readonly escaped?: string;
  readonly block?: string;
  readonly wide?: string;
  readonly code?: string;
  readonly label?: string;
  readonly instant?: string;
  readonly address?: string;
}

function shown(...match: unknown[]): string {
  const groups = match.at(-1) as Groups;
  const literal = groups.escaped ?? groups.block ?? groups.wide?.trim() ?? groups.code;
  if (literal !== undefined) return literal;
  if (groups.label !== undefined) return unmarked(groups.label);
  if (groups.instant !== undefined) return readable(Number(groups.instant));
  return groups.address ?? '';
}

function readable(seconds: number): string {
  const iso = new Date(seconds * 1000).toISOString();
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
