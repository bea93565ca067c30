import type { Action, WordsBlock } from './message.ts';

/** The most options of a choice, in a form or offered while typing, that every platform shows. */
export const MOST_CHOICES = 25;

/** A form a member fills in; its action comes back with the values when it is sent. */
export interface Form {
  readonly action: Action;
  /** At most 24 characters, Slack's limit for a modal's title; longer is cut with a mark. */
  readonly title: string;
  readonly submit: string;
  /**
   * What the form is about, above its fields. What is too long for the platform's form is cut with a mark.
   */
  readonly about?: readonly WordsBlock[];
  /** At most 5 fields, and 4 under what it is about: Discord's limit for a modal. */
  readonly fields: readonly FormField[];
}

export type FormField =
  | (FieldBase & {
      readonly type: 'line' | 'paragraph';
      /** Left out, the platform's own maximum holds. */
      readonly maxLength?: number;
    })
  /** One of at most {@link MOST_CHOICES} options. */
  | (FieldBase & { readonly type: 'choice'; readonly options: readonly Choice[] })
  | GroupField
  | FileField;

/**
 * One group of people, by its id. A platform that lets people choose among all it keeps offers them itself, and
 * an empty value is none. Elsewhere `options` are offered, or without any the value is typed.
 */
export type GroupField = FieldBase & {
  readonly type: 'group';
  readonly options: readonly Choice[];
};

/** One file of the member's own. When the form opens it holds none, whatever `value` says. */
export type FileField = FieldBase & { readonly type: 'file' };

interface FieldBase {
  readonly id: string;
  /** At most 45 characters, Discord's limit for a label; longer is cut with a mark. */
  readonly label: string;
  readonly hint?: string;
  /**
   * What the field holds when the form opens. Where it is longer than the platform takes, the field is
   * empty: a text that was cut and then sent back would replace the whole.
   */
  readonly value?: string;
  readonly required: boolean;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}
