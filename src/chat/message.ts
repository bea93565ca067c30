import type { Group } from './group.ts';
import type { RichText, Span } from './text.ts';

/**
 * A message as a small tree of blocks. Cards build it, and every platform renders it with one
 * exhaustive `switch`; nothing here belongs to one platform.
 */
export interface Message {
  readonly blocks: readonly Block[];
  /** A hint for the accent colour, where a platform has one. */
  readonly tone?: Tone;
}

export type Tone = 'question' | 'reveal' | 'success' | 'warning' | 'neutral';

export type Block =
  /** Notifies a group of people once the message is posted; no other block notifies anyone. */
  | { readonly type: 'mention'; readonly group: Group }
  | { readonly type: 'heading'; readonly text: string }
  | {
      readonly type: 'text';
      readonly text: RichText;
      /** Belongs to what follows, as a heading does: the end of a page is no place for it. */
      readonly leads?: true;
    }
  /** What a person wrote, set apart from what the bot says; line breaks are kept. */
  | { readonly type: 'quote'; readonly text: RichText }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly RichText[]; readonly ordered?: boolean }
  | { readonly type: 'fields'; readonly fields: readonly Field[] }
  | PictureBlock
  | FileBlock
  /** Small print. */
  | {
      readonly type: 'note';
      readonly text: RichText;
      /** Said in its place where replies in threads are not counted, for a place that plays several platforms. */
      readonly uncounted?: RichText;
    }
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] };

export interface PictureBlock {
  readonly type: 'picture';
  readonly png: Uint8Array;
  /** A file name such as `formula.png`. */
  readonly name: string;
  /** What the picture shows, for screen readers and for screens without pictures. */
  readonly alt: string;
}

/** Something to keep or to open elsewhere, such as an export. */
export interface FileBlock {
  readonly type: 'file';
  /** A file name such as `whetstone-data.json`. */
  readonly name: string;
  /** Such as `application/json`. */
  readonly mediaType: string;
  /** The bytes, or what makes them once the file is sent. */
  readonly content: Uint8Array | (() => Promise<Uint8Array>);
  /** What is in it, in a few words. */
  readonly description: string;
}

/** What holds words and nothing else. */
export type WordsBlock = Extract<Block, { readonly type: 'text' | 'code' | 'list' }>;

export interface Field {
  readonly name: string;
  readonly value: RichText;
}

/** The most buttons that fit a message on every platform. */
export const MOST_BUTTONS = 25;

export interface Button {
  readonly label: string;
  readonly action: Action;
  readonly style?: 'primary' | 'danger';
  readonly disabled?: boolean;
}

/**
 * What a button or a form stands for: a registered name and a few short arguments.
 * Encoded as `name@installation:arg:arg`, at most {@link ACTION_LENGTH} characters.
 */
export interface Action {
  readonly name: string;
  readonly args: readonly string[];
  /** Whose button or form it is; absent in what was posted before installations had ids. */
  readonly installation?: string;
}

/** Discord's custom_id holds 100 characters; the rest is kept free for a platform's own mark. */
const ACTION_LENGTH = 75;

/**
 * Characters of an installation's id: enough to tell apart the few bots that one token may have, and few
 * enough to leave room for the longest topic's id.
 */
export const INSTALLATION_LENGTH = 5;

/** Stands in no action's name. */
const OWNER_SEPARATOR = '@';

export function encodeAction(action: Action): string {
  const { name, installation } = action;
  const owned = installation === undefined ? name : `${name}${OWNER_SEPARATOR}${installation}`;
  const encoded = [owned, ...action.args.map(encodeURIComponent)].join(':');
  if (encoded.length > ACTION_LENGTH) throw new RangeError(`action too long: ${encoded}`);
  return encoded;
}

/** The action in an encoded form; never throws, since ids come back from outside. */
export function decodeAction(encoded: string): Action {
  const [owned = '', ...args] = encoded.split(':');
  const [name = '', installation] = owned.split(OWNER_SEPARATOR);
  return { name, args: args.map(decodeArg), ...(installation && { installation }) };
}

function decodeArg(arg: string): string {
  try {
    return decodeURIComponent(arg);
  } catch {
    return arg;
  }
}

/** A title or a name over what follows it. */
export const lead = (text: Span): Block => ({ type: 'text', text: [text], leads: true });

export const message = (blocks: readonly Block[], tone?: Tone): Message => ({
  blocks,
  ...(tone && { tone }),
});
