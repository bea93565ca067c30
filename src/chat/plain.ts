import { type SpellCommand, spelledOut } from './command.ts';
import { displayable, isolated } from './displayable.ts';
import type { Block, Message } from './message.ts';
import type { RichText, Span } from './text.ts';

/**
 * A message in words alone, for notifications, screen readers and screens without pictures.
 * Buttons say nothing; a picture says what it shows; instants are in UTC.
 */
export function plainText(message: Message, spellCommand?: SpellCommand): string {
  return plainSpans(messageSpans(message), spellCommand);
}

/** The words of a message as one text, line by line, with the spans that a platform shows its own way. */
export function messageSpans(message: Message): RichText {
  const lines = message.blocks.flatMap(blockLines).filter((line) => plainSpans(line) !== '');
  return lines.flatMap((line, index) => (index > 0 ? ['\n', ...line] : line));
}

/** Rich text without its marks. */
export function plainSpans(text: RichText, spellCommand: SpellCommand = byName): string {
  return displayable(text.map((span) => plainSpan(span, spellCommand)).join(''));
}

/** For what is read on no platform in particular. */
const byName: SpellCommand = (command) => `/${spelledOut(command, 'name')}`;

/** An instant for screens that cannot tell the reader's own clock. */
export function utcTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function blockLines(block: Block): RichText[] {
  switch (block.type) {
    case 'mention':
      return [[`@${block.group.name}`]];
    case 'heading':
    case 'code':
      return [[block.text]];
    case 'text':
    case 'quote':
    case 'note':
      return [block.text];
    case 'list':
      return block.items.map((item, index) => [block.ordered ? `${index + 1}. ` : '• ', ...item]);
    case 'fields':
      return block.fields.map((field) => [`${field.name}: `, ...field.value]);
    case 'picture':
      return [[block.alt]];
    case 'file':
      return [[block.description]];
    case 'buttons':
      return [];
  }
}

function plainSpan(span: Span, spellCommand: SpellCommand): string {
  if (typeof span === 'string') return span;
  switch (span.type) {
    case 'bold':
    case 'italic':
    case 'code':
    case 'sign':
      return span.text;
    case 'link':
      return span.text === span.url ? span.url : `${span.text} (${span.url})`;
    case 'time':
      return span.style === 'date' ? utcTime(span.at).slice(0, 10) : utcTime(span.at);
    case 'member':
      return isolated(span.name);
    case 'command':
      return spellCommand(span);
    case 'channel':
      return `#${span.id}`;
  }
}
