/** `<@U1>`, `<@U1|name>`, `<#C1|name>`, `<!here>`, `<!subteam^S1|@team>`, `<https://…|words>`. */
const MARKUP = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** The members a message mentions by id alone, each once. */
export function mentionedMembers(text: string): string[] {
  const ids = [...text.matchAll(MARKUP)].flatMap(([, sigil, id, label]) =>
    sigil === '@' && id && label === undefined ? [id] : [],
  );
  return [...new Set(ids)];
}

/**
 * A message as its author saw it, from the text Slack delivers: mentions as names, links as their
 * words or addresses, `&amp;` as `&`. Marks for bold and code stay as they were typed.
 */
export function readSlackText(text: string, names: ReadonlyMap<string, string>): string {
  const read = text.replace(MARKUP, (...markup: Markup) => readMarkup(markup, names));
  return unescape(read);
}

/** Undoes Slack's three escapes, and no others. */
export function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** One match of {@link MARKUP} with its groups; a link's sigil is empty. */
type Markup = readonly [whole: string, sigil: string, body: string, label?: string];

function readMarkup([, sigil, body, label]: Markup, names: ReadonlyMap<string, string>): string {
  switch (sigil) {
    case '@':
      return `@${label ?? names.get(body) ?? body}`;
    case '#':
      return `#${label ?? body}`;
    case '!':
      return label ?? `@${body.split('^')[0]}`;
    default:
      return label ?? body.replace(/^mailto:/, '');
  }
}
