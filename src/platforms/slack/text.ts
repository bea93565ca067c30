import type { ContextBlockElement, RichTextElement } from '@slack/types';
import { displayable, isolated } from '../../chat/displayable.ts';
import { plainSpans, utcTime } from '../../chat/plain.ts';
import { marked, type RichText, type Span, type TimeStyle } from '../../chat/text.ts';
import { spellCommand } from './commands.ts';

type TimeSpan = Extract<Span, { type: 'time' }>;

/**
 * Rich text elements, which Slack shows letter for letter: asterisks, colons, `<!channel>` and links
 * in what people wrote stay what they wrote, and nobody is notified. mrkdwn would need escapes that
 * change the text. Empty texts are left out, since Slack refuses them.
 */
export function richElements(text: RichText): RichTextElement[] {
  return text.flatMap((span) => {
    const element = richElement(span);
    return element.type === 'text' && element.text === '' ? [] : [element];
  });
}

function richElement(span: Span): RichTextElement {
  if (typeof span === 'string') return { type: 'text', text: displayable(span) };
  switch (span.type) {
    case 'bold':
      return { type: 'text', text: displayable(span.text), style: { bold: true } };
    case 'italic':
      return { type: 'text', text: displayable(span.text), style: { italic: true } };
    case 'code':
      return { type: 'text', text: displayable(span.text), style: { code: true } };
    case 'link':
      return { type: 'link', text: displayable(span.text), url: span.url };
    case 'time':
      return { type: 'date', ...dateParts(span), fallback: utcTime(span.at) };
    case 'sign':
      return { type: 'text', text: span.text };
    case 'member':
      return { type: 'text', text: isolated(span.name) };
    case 'command':
      return richElement(marked(spellCommand(span), span.mark));
    case 'channel':
      return isChannelId(span.id)
        ? { type: 'channel', channel_id: span.id }
        : { type: 'text', text: displayable(`#${span.id}`) };
  }
}

/**
 * The elements of a context block, Slack's small print, which holds no rich text. Words go in as
 * plain text; only what plain text cannot say, instants, links and channels, goes in as mrkdwn.
 */
export function noteElements(text: RichText): ContextBlockElement[] {
  return joinStrings(text).flatMap((span): ContextBlockElement[] => {
    if (typeof span !== 'string') return [{ type: 'mrkdwn', text: mrkdwn(span) }];
    const words = displayable(span).trim();
    return words === '' ? [] : [{ type: 'plain_text', text: words, emoji: false }];
  });
}

/** Text that Slack reads as mrkdwn, such as a notification, made unable to link or to notify. */
export function escapeMrkdwn(text: string): string {
  return displayable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** One span as mrkdwn, without the marks of bold and code; a link bears its address in words. */
export function spanMrkdwn(span: Span): string {
  if (typeof span !== 'string' && span.type === 'time') return mrkdwn(span);
  const isChannel = typeof span !== 'string' && span.type === 'channel' && isChannelId(span.id);
  return isChannel ? mrkdwn(span) : escapeMrkdwn(plainSpans([span], spellCommand));
}

type MarkedSpan = Extract<Span, { type: 'time' | 'link' | 'channel' }>;

/** Neighbouring words become one string; a context block holds few elements. */
function joinStrings(text: RichText): (string | MarkedSpan)[] {
  const joined: (string | MarkedSpan)[] = [];
  for (const span of text) {
    const next = typeof span === 'string' ? span : unmarked(span);
    const last = joined.at(-1);
    if (typeof next === 'string' && typeof last === 'string') joined.splice(-1, 1, last + next);
    else joined.push(next);
  }
  return joined;
}

function unmarked(span: Exclude<Span, string>): string | MarkedSpan {
  switch (span.type) {
    case 'time':
    case 'link':
      return span;
    case 'channel':
      return isChannelId(span.id) ? span : `#${span.id}`;
    case 'member':
      return isolated(span.name);
    case 'command':
      return spellCommand(span);
    case 'bold':
    case 'italic':
    case 'code':
    case 'sign':
      return span.text;
  }
}

function mrkdwn(span: MarkedSpan): string {
  if (span.type === 'link') return `<${address(span.url)}|${escapeMrkdwn(span.text)}>`;
  if (span.type === 'channel') return `<#${span.id}>`;
  const { timestamp, format } = dateParts(span);
  return `<!date^${timestamp}^${format}|${utcTime(span.at)}>`;
}

/** Slack refuses a whole message for one id that is none, such as an operator's slip. */
function isChannelId(id: string): boolean {
  return /^[CGD][A-Z0-9]+$/.test(id);
}

/** A bar would end the address and begin the words. */
const address = (url: string): string => escapeMrkdwn(url).replaceAll('|', '%7C');

/** `{ago}` is documented for the past only, so Slack counts nothing down. */
const FORMATS: Record<TimeStyle, string> = {
  datetime: '{date_short_pretty} {time}',
  date: '{date_short_pretty}',
  countdown: '{date_short_pretty} {time}',
};

function dateParts(span: TimeSpan): { timestamp: number; format: string } {
  return { timestamp: Math.floor(span.at.getTime() / 1000), format: FORMATS[span.style] };
}
