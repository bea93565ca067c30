import type { Element } from 'hast';
import { h } from 'hastscript';
import { cut } from '../../../chat/cut.ts';
import { displayable } from '../../../chat/displayable.ts';
import type { Look } from '../../../chat/look.ts';
import { plainText } from '../../../chat/plain.ts';
import { type Body, decodeBody } from '../body.ts';
import { spellCommand } from '../commands.ts';
import type { StoredMessage } from '../store.ts';
import { type PlaygroundWords, playgroundWords } from '../words/index.ts';
import { composer } from './composer.ts';
import { messageLimit } from './limit-note.ts';
import type { Onlooker } from './onlooker.ts';

const EXCERPT_LENGTH = 160;

/** The thread under a message: its first words, the replies, and a place to write. */
export function renderThread(
  root: StoredMessage,
  onlooker: Onlooker,
  replies: Element[] = [],
): Element {
  const { id } = root;
  const { reading, look } = onlooker;
  const words = playgroundWords(reading.language);
  return h(
    'section.thread',
    { id: `thread-${id}`, dataRoot: id, ariaLabelledBy: `thread-title-${id}` },
    [
      h('header.thread-head', [
        h('div', [
          h('h2', { id: `thread-title-${id}` }, words.thread),
          h('p.excerpt', displayable(excerpt(decodeBody(root.body), look))),
        ]),
        h('a.close', { href: '#channel', ariaLabel: words.closeThread }, '×'),
      ]),
      h('div.scroll', { tabIndex: 0, role: 'log', ariaLabel: words.thread }, [
        h('ol.messages', { dataMessages: id }, replies),
        h('p.waiting', words.noReplies),
      ]),
      news(words),
      composer({
        thread: id,
        label: look?.countsReplies === false ? words.uncountedInput : words.threadInput,
        send: words.send,
        limit: messageLimit(onlooker, words),
      }),
    ],
  );
}

/** Tells who reads further up in a list that there is something new, and leads there. */
export const news = ({ newBelow }: PlaygroundWords): Element =>
  h('button.news', { type: 'button', dataNews: true, hidden: true }, newBelow);

/** The question itself: the card's own words without the heading that only counts. */
function excerpt(body: Body, look: Look | undefined): string {
  if (body.type === 'words') return cut(body.text, EXCERPT_LENGTH);
  const text = body.blocks.filter((block) => block.type === 'text').slice(0, 1);
  return cut(plainText({ blocks: text }, look?.spellCommand ?? spellCommand), EXCERPT_LENGTH);
}
