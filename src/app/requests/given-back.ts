import { type Action, type Block, lead, type Message } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { commonWords } from '../../i18n/words/index.ts';

/** A text as it was written in a field of a form. */
export interface WrittenField {
  readonly label: string;
  readonly text: string;
}

export interface GivenBack {
  readonly language: Language;
  readonly written: readonly WrittenField[];
  /** Opens the form again; left out where that would not help. */
  readonly again?: Action;
}

/**
 * A message on why a form was not taken, with what was written in it, which no form holds any more.
 * The texts stand above the message's own buttons, which say how to go on.
 */
export function givenBackCard(reason: Message, { language, written, again }: GivenBack): Message {
  const buttonsAt = reason.blocks.findIndex((block) => block.type === 'buttons');
  const end = buttonsAt === -1 ? reason.blocks.length : buttonsAt;
  const own = reason.blocks.slice(end);
  const button = again && own.length === 0 ? [againBlock(language, again)] : own;
  const texts = writtenBlocks(language, written);
  return { ...reason, blocks: [...reason.blocks.slice(0, end), ...texts, ...button] };
}

/** A single text needs no name of its field. */
function writtenBlocks(language: Language, written: readonly WrittenField[]): readonly Block[] {
  const { yours } = commonWords(language);
  return written.flatMap(({ label, text }): readonly Block[] => [
    lead(bold(written.length === 1 ? yours : `${yours}: ${label}`)),
    { type: 'quote', text: [text] },
  ]);
}

function againBlock(language: Language, action: Action): Block {
  const label = commonWords(language).openAgain;
  return { type: 'buttons', buttons: [{ label, action, style: 'primary' }] };
}
