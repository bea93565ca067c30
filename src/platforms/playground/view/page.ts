import type { Element } from 'hast';
import { h } from 'hastscript';
import type { CommandDefinition } from '../../../chat/command.ts';
import { renderDocument, type Theme } from '../../../web/kit/document.ts';
import { decodeBody } from '../body.ts';
import type { StoredChannel, StoredMessage } from '../store.ts';
import { type PlaygroundWords, playgroundWords } from '../words/index.ts';
import { mark } from './avatar.ts';
import { composer } from './composer.ts';
import { pageHead } from './head.ts';
import { limitNote, messageLimit } from './limit-note.ts';
import { renderMessage } from './message.ts';
import type { Onlooker } from './onlooker.ts';
import { panel } from './panel.ts';
import { news, renderThread } from './thread.ts';

export interface PageFacts extends Onlooker {
  readonly channel: StoredChannel;
  /** Oldest first, replies among them. */
  readonly messages: readonly StoredMessage[];
  /** The newest message's id when the page was made; 0 where there is none. */
  readonly newest: number;
  readonly commands: readonly CommandDefinition[];
  readonly theme: Theme;
}

/** The whole page as its first answer: what stands in the channel needs no script to be read. */
export function renderPage(facts: PageFacts): string {
  const { language } = facts.reading;
  const words = playgroundWords(language);
  const body = h(
    'body',
    { dataAs: facts.member.id, dataChannel: facts.channel.id, dataNewest: facts.newest },
    [
      ...skips(words),
      topBar(words),
      panel(facts),
      channel(facts, words),
      threads(facts, words),
      banners(facts, words),
      editDialog(facts, words),
    ],
  );
  const { theme, lookName: look } = facts;
  return renderDocument({ language, theme, look, head: pageHead(words) }, body);
}

/** Past everything that stands before the channel, and past every message with its buttons. */
function skips(words: PlaygroundWords): Element[] {
  return [
    h('a.skip', { href: '#channel' }, words.skip),
    h('a.skip', { href: '#say', dataSkip: 'channel' }, words.skipToChannelInput),
    h('a.skip', { href: '#threads', dataSkip: 'thread' }, words.skipToThreadInput),
  ];
}

function topBar(words: PlaygroundWords): Element {
  return h('header.top', [
    h('p.brand', [mark(), 'Whetstone']),
    h('button.quiet', { type: 'button', popoverTarget: 'panel' }, words.openPanel),
  ]);
}

function channel(facts: PageFacts, words: PlaygroundWords): Element {
  const items = facts.messages.filter(({ thread }) => thread === null);
  const name = words.channel(facts.channel.name);
  return h('main.channel', { id: 'channel', tabIndex: -1 }, [
    h('header.channel-head', [
      h('h1', { ariaLabel: name }, `#${facts.channel.name}`),
      h('p', uncounted(facts) ? words.channelTopicUncounted : words.channelTopic),
    ]),
    h('div.scroll', { tabIndex: 0, role: 'log', ariaLabel: name }, [
      h('ol.messages', { dataMessages: 'channel' }, renderAll(items, facts)),
      h('p.waiting', [h('span.pulse', { ariaHidden: 'true' }), words.waiting]),
    ]),
    news(words),
    composer({
      label: words.channelInput,
      send: words.send,
      limit: messageLimit(facts, words),
    }),
  ]);
}

function threads(facts: PageFacts, words: PlaygroundWords): Element {
  const roots = facts.messages.filter(({ hasThread }) => hasThread);
  const repliesTo = (root: StoredMessage): Element[] =>
    renderAll(
      facts.messages.filter(({ thread }) => thread === root.id),
      facts,
    );
  return h('aside.threads', { id: 'threads', ariaLabel: words.thread }, [
    h('p.no-thread', uncounted(facts) ? words.noThreadUncounted : words.noThread),
    ...roots.map((root) => renderThread(root, facts, repliesTo(root))),
  ]);
}

/** Whether the page is shown as a platform on which a reply in a thread is no answer. */
const uncounted = ({ look }: Onlooker): boolean => look?.countsReplies === false;

function renderAll(messages: readonly StoredMessage[], onlooker: Onlooker): Element[] {
  return messages.map((message) => renderMessage(message, decodeBody(message.body), onlooker));
}

/** What went wrong, or happened unseen, each under the other. */
function banners(facts: PageFacts, words: PlaygroundWords): Element {
  const banner = (name: string, role: string, text: string): Element =>
    h('p.banner', { role, dataBanner: name, hidden: true }, text);
  return h('div.banners', [
    banner('failed', 'alert', words.failed),
    banner('nothing-open', 'alert', words.nothingOpen),
    ...(uncounted(facts) ? [banner('others-by-form', 'status', words.othersByForm)] : []),
    banner('offline', 'status', words.offline),
  ]);
}

/** Where a person rewrites their own reply; copied each time. */
function editDialog(facts: PageFacts, words: PlaygroundWords): Element {
  const limit = messageLimit(facts, words);
  const dialog = h('dialog.form', { ariaLabelledBy: 'edit-title' }, [
    h('form', { method: 'dialog' }, [
      h('h2#edit-title', words.editTitle),
      h('div.field', [
        h('label', { for: 'edit-text' }, words.message),
        h('textarea', {
          id: 'edit-text',
          name: 'text',
          rows: 6,
          required: true,
          dataBlank: words.blank,
          ...(limit && { maxLength: limit.most }),
        }),
        limit && limitNote(limit.why),
      ]),
      h('p.failure', { role: 'alert', hidden: true }, words.failed),
      h('div.dialog-buttons', [
        h('button.quiet', { type: 'button', dataClose: true }, words.cancel),
        h('button.primary', { type: 'submit' }, words.save),
      ]),
    ]),
  ]);
  return h('template#edit', [dialog]);
}
