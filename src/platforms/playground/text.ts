import type { Element } from 'hast';
import { h } from 'hastscript';
import { displayable, isolated } from '../../chat/displayable.ts';
import { marked, type RichText, type Span, type TimeStyle } from '../../chat/text.ts';
import { spellCommand } from './commands.ts';
import { formatCountdown, formatTime, type Reading } from './reading.ts';

/** An element, or text, which the tree's writer escapes. */
type Inline = Element | string;

/** Rich text as nodes of a tree; whatever people wrote can only become the text of one. */
export function renderText(text: RichText, reading: Reading): Inline[] {
  return text.flatMap((span) => renderSpan(span, reading));
}

const COMMAND = /((?<![^\s(«“])\/\p{L}[\p{L}\p{N}_-]*)/u;

/** A line would else break after a command's slash. */
const words = (text: string): Inline[] =>
  displayable(text)
    .split(COMMAND)
    .map((part, index) => (index % 2 === 1 ? h('span.unbroken', part) : part))
    .filter((part) => part !== '');

function renderSpan(span: Span, reading: Reading): Inline | Inline[] {
  if (typeof span === 'string') return words(span);
  switch (span.type) {
    case 'bold':
      return h('strong', displayable(span.text));
    case 'italic':
      return h('em', displayable(span.text));
    case 'code':
      return h('code', displayable(span.text));
    case 'link':
      return link(span.text, span.url);
    case 'time':
      return renderTime(span.at, span.style, reading);
    case 'member':
      return h('span.member', isolated(span.name));
    case 'sign':
      // Drawn by the style sheet; the text is what is copied. A row is also told in words, for those who hear it.
      return h('span.sign', { dataSign: span.sign, ariaHidden: 'true' }, span.text);
    case 'command':
      return renderSpan(marked(spellCommand(span), span.mark), reading);
    case 'channel':
      // A channel's id is its name here.
      return h('span.channel-name', displayable(`#${span.id}`));
  }
}

function renderTime(at: Date, style: TimeStyle, reading: Reading): Inline {
  const dateTime = at.toISOString();
  if (style !== 'countdown') return h('time', { dateTime }, formatTime(at, style, reading));
  return h(
    'span',
    h('time', { dateTime }, formatTime(at, 'datetime', reading)),
    ' (',
    // It counts on every minute, which is not read out.
    h('time', { dateTime, dataRelative: '', ariaLive: 'off' }, formatCountdown(at, reading)),
    ')',
  );
}

/** Anything but a web or mail address, such as `javascript:`, stays text. */
function link(text: string, url: string): Inline {
  const protocol = URL.parse(url)?.protocol ?? '';
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return displayable(text);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, displayable(text));
}
