import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { displayable } from '../../chat/displayable.ts';
import type { RichText, Span } from '../../chat/text.ts';
import { formatTime, type Reading } from './reading.ts';

/** Rich text as nodes of a tree; whatever people wrote can only become the text of one. */
export function renderText(text: RichText, reading: Reading): ElementContent[] {
  return text.map((span) => renderSpan(span, reading));
}

function renderSpan(span: Span, reading: Reading): ElementContent {
  if (typeof span === 'string') return plain(span);
  switch (span.type) {
    case 'bold':
      return h('strong', plain(span.text));
    case 'italic':
      return h('em', plain(span.text));
    case 'code':
      return h('code', plain(span.text));
    case 'link':
      return link(span.text, span.url);
    case 'time':
      return h(
        'time',
        { dateTime: span.at.toISOString(), ...(span.style === 'relative' && { dataRelative: '' }) },
        formatTime(span.at, span.style, reading),
      );
    case 'member':
      return h('span.member', plain(span.name));
    case 'channel':
      // A channel's id is its name here.
      return h('span.channel-name', plain(`#${span.id}`));
  }
}

/** Anything but a web or mail address, such as `javascript:`, stays text. */
function link(text: string, url: string): ElementContent {
  const protocol = URL.parse(url)?.protocol ?? '';
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return plain(text);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, plain(text));
}

export const plain = (text: string) => ({ type: 'text' as const, value: displayable(text) });
