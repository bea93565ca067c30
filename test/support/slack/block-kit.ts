/** Block Kit as the loopback reads it: loosely, since it comes from outside. */
export interface Text {
  readonly type?: string;
  readonly text?: string;
}

export interface RichElement {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly fallback?: string;
  readonly channel_id?: string;
  readonly elements?: readonly RichElement[];
}

export interface Element extends Text {
  readonly action_id?: string;
  readonly value?: string;
  readonly style?: string;
  readonly alt_text?: string;
  readonly initial_value?: string;
  readonly max_length?: number;
  readonly placeholder?: Text;
  readonly options?: readonly Option[];
  readonly initial_option?: Option;
}

export interface ButtonElement extends Omit<Element, 'text'> {
  readonly text: Text;
}

interface Option {
  readonly text: Text;
  readonly value: string;
}

export interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: Text | string;
  readonly fields?: readonly Text[];
  readonly elements?: readonly unknown[];
  readonly element?: Element;
  readonly label?: Text;
  readonly hint?: Text;
  readonly optional?: boolean;
  readonly alt_text?: string;
  readonly slack_file?: { readonly id?: string };
}

export interface View {
  readonly type: string;
  readonly title: Text;
  readonly submit?: Text;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly blocks: readonly Block[];
}

/** The buttons of a message. */
/** A form's block that is filled in; the others are words alone. */
export const isInput = ({ type }: Block): boolean => type === 'input';

export function buttonsOf(blocks: readonly Block[]): ButtonElement[] {
  return blocks
    .filter((block) => block.type === 'actions')
    .flatMap((block) => (block.elements ?? []) as ButtonElement[])
    .filter((element) => element.type === 'button');
}
