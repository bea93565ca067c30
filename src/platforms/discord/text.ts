import { displayable, isolated } from '../../chat/displayable.ts';
import { marked, type RichText, type Span, type TimeStyle } from '../../chat/text.ts';
import { spellCommand } from './commands.ts';

/** Rich text as Discord's Markdown, in which every plain string shows letter for letter. */
export function markdown(text: RichText): string {
  return text.map(markdownSpan).join('');
}

function markdownSpan(span: Span): string {
  if (typeof span === 'string') return escapeMarkdown(span);
  switch (span.type) {
    case 'bold':
      return wrap('**', span.text);
    case 'italic':
      return wrap('_', span.text);
    case 'code':
      return inlineCode(span.text);
    case 'link':
      return maskedLink(span.text, span.url);
    case 'time':
      return instant(Math.floor(span.at.getTime() / 1000), span.style);
    case 'sign':
      return escapeMarkdown(span.text);
    case 'member':
      return escapeMarkdown(isolated(span.name));
    case 'command':
      return markdownSpan(marked(spellCommand(span), span.mark));
    case 'channel':
      return channelLink(span.id);
  }
}

/** What is no channel's id, such as an operator's slip, is shown as it is. */
function channelLink(id: string): string {
  return /^\d+$/.test(id) ? `<#${id}>` : escapeMarkdown(`#${id}`);
}

/** Discord shows it in each reader's own clock, and counts a relative one down by itself. */
function instant(seconds: number, style: TimeStyle): string {
  switch (style) {
    case 'datetime':
      return `<t:${seconds}:f>`;
    case 'date':
      return `<t:${seconds}:D>`;
    case 'countdown':
      return `<t:${seconds}:f> (<t:${seconds}:R>)`;
  }
}

/**
 * What a person wrote, unable to format, mention, link or show another clock: a backslash stands
 * before every character that begins any of that.
 */
export function escapeMarkdown(text: string): string {
  return displayable(text)
    .replace(/[\\*_~`|<[\]@]/g, '\\$&')
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    .replace(/^([^\S\n]*)([#\-+>])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2');
}

/** Marks close only right after a letter, so white space at the edges stays outside of them. */
function wrap(mark: string, text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const start = text.indexOf(inner);
  const [before, after] = [text.slice(0, start), text.slice(start + inner.length)];
  return `${before}${mark}${escapeMarkdown(inner)}${mark}${after}`;
}

const ZERO_WIDTH_SPACE = '\u200B';

/** Nothing is escaped inside code; a backtick calls for a fence of two, and stands alone in it. */
function inlineCode(text: string): string {
  const shown = displayable(text);
  if (shown.trim() === '') return shown;
  if (!shown.includes('`')) return `\`${shown}\``;
  return `\`\` ${apart(shown)} \`\``;
}

export function codeBlock(text: string): string {
  return `\`\`\`\n${apart(displayable(text))}\n\`\`\``;
}

/** Backticks side by side would close the fence. */
function apart(text: string): string {
  return text.replace(/`(?=`)/g, `\`${ZERO_WIDTH_SPACE}`);
}

/** Discord shows no link under words that look like an address themselves, so that is not tried. */
function maskedLink(text: string, url: string): string {
  const href = webAddress(url);
  if (href === undefined) return escapeMarkdown(text);
  if (/\w:\/\/|\bwww\./.test(text)) return `<${href}>`;
  return `[${escapeMarkdown(text)}](<${href}>)`;
}

function webAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  // Brackets would end the link.
  return parsed.href.replaceAll('(', '%28').replaceAll(')', '%29');
}
