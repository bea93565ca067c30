import type { Element } from 'hast';
import { h } from 'hastscript';
import { type Limit, limitNote } from './limit-note.ts';

/** A place to write, in the channel or in a thread, with room for suggestions above it. */
export function composer(options: {
  readonly thread?: number;
  readonly label: string;
  readonly send: string;
  /** The most characters, and what is said when they are reached; undefined: any. */
  readonly limit?: Limit | undefined;
}): Element {
  const id = options.thread === undefined ? 'say' : `say-${options.thread}`;
  return h('form.composer', { dataThread: options.thread, autoComplete: 'off' }, [
    h('ul.suggestions', {
      id: `${id}-list`,
      role: 'listbox',
      ariaLabel: options.label,
      // It scrolls where there are many: who has no mouse may do that too.
      tabIndex: 0,
      hidden: true,
    }),
    h('div.line', [
      h('textarea', {
        id,
        name: 'text',
        rows: 1,
        ...(options.limit && { maxLength: options.limit.most }),
        placeholder: options.label,
        ariaLabel: options.label,
        ariaAutoComplete: 'list',
        ariaControls: [`${id}-list`],
        ariaHasPopup: 'listbox',
        enterKeyHint: 'send',
        spellCheck: false,
      }),
      // Until the page's script is there, a form that is submitted would go nowhere.
      h('button.primary', { type: 'button', dataSend: true }, options.send),
    ]),
    ...(options.limit ? [limitNote(options.limit.why)] : []),
  ]);
}
