import type { MarkKind } from '../domain/streak.ts';

/**
 * Rich text as data: a list of spans. A plain string is shown exactly as it is written, so text
 * from people needs no escaping here; each platform escapes when it renders.
 */
export type Span =
  | string
  | { readonly type: 'bold'; readonly text: string }
  | { readonly type: 'italic'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string }
  /** An instant in each reader's own clock. */
  | { readonly type: 'time'; readonly at: Date; readonly style: TimeStyle }
  /** A person by name; never rendered in a way that notifies them. */
  | { readonly type: 'member'; readonly id: string; readonly name: string }
  /** What became of one round, in a row of such signs. `text` shows it where the platform draws none itself. */
  | { readonly type: 'sign'; readonly sign: MarkKind; readonly text: string }
  | CommandSpan
  /** A channel by the platform's own id, shown by its name where the platform knows it. */
  | { readonly type: 'channel'; readonly id: string };

/** A slash command by its names; each platform spells it as people there see it or type it. */
export interface CommandSpan {
  readonly type: 'command';
  /** By its English names, such as `track add`. */
  readonly name: string;
  /** By its names in the language of the text, such as `программа добавить`. */
  readonly localName: string;
  /** Whether it has a name of its own where a platform keeps most names for itself. */
  readonly ownName: boolean;
  /** Typed after it, as an example. */
  readonly options?: readonly TypedOption[];
  readonly mark?: 'bold' | 'code';
}

/** An option by its English name and by that in the language of the text, with the value given to it. */
export interface TypedOption {
  readonly name: string;
  readonly localName: string;
  readonly value: string;
}

/** `countdown`: date and time, and where the platform can tell it, how long until then. */
export type TimeStyle = 'datetime' | 'date' | 'countdown';

export type RichText = readonly Span[];

/** What words say: plain, or with spans in it. */
export type PlainOrRich = string | RichText;

/** A text with the mark that it has, if any. */
export const marked = (text: string, mark: CommandSpan['mark']): Span =>
  mark ? { type: mark, text } : text;

export const bold = (text: string): Span => ({ type: 'bold', text });
export const italic = (text: string): Span => ({ type: 'italic', text });
export const code = (text: string): Span => ({ type: 'code', text });
export const link = (text: string, url: string): Span => ({ type: 'link', text, url });
export const channel = (id: string): Span => ({ type: 'channel', id });
export const time = (at: Date, style: TimeStyle = 'datetime'): Span => ({
  type: 'time',
  at,
  style,
});

/** A sentence with spans in it: rich`Try ${help}.` */
export function rich(
  words: readonly string[],
  ...values: readonly (Span | RichText | number)[]
): RichText {
  return joined(words.flatMap((each, index) => [each, ...spansOf(values[index] ?? '')]));
}

function spansOf(value: Span | RichText | number): RichText {
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' || 'type' in value ? [value] : value;
}

/** Plain words that stand side by side become one span; empty ones go. */
function joined(text: RichText): RichText {
  const spans: Span[] = [];
  for (const span of text) {
    const last = spans.at(-1);
    if (typeof span === 'string' && typeof last === 'string') spans.splice(-1, 1, last + span);
    else if (span !== '') spans.push(span);
  }
  return spans;
}
