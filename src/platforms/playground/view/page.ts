import type { Element } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { CommandDefinition } from '../../../chat/command.ts';
import { wordsIn, type Words } from '../../../i18n/words.ts';
import { decodeBody } from '../body.ts';
import type { StoredChannel, StoredMessage } from '../store.ts';
import { mark } from './avatar.ts';
import { composer } from './composer.ts';
import { head } from './head.ts';
import { renderMessage } from './message.ts';
import type { Onlooker } from './onlooker.ts';
import { panel, type Theme } from './panel.ts';
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
  const words = wordsIn(language);
  const root = h('html', { lang: language, dataTheme: facts.theme, dataLook: facts.lookName }, [
    head(words),
    h(
      'body',
      { dataAs: facts.member.id, dataChannel: facts.channel.id, dataNewest: facts.newest },
      [
        ...skips(words),
        topBar(words),
        panel(facts),
        channel(facts, words),
        threads(facts, words),
        banners(words),
        editDialog(words),
      ],
    ),
  ]);
  return `<!doctype html>${toHtml(root)}`;
}

/** Past everything that stands before the channel, and past every message with its buttons. */
function skips({ playground }: Words): Element[] {
  return [
    h('a.skip', { href: '#channel' }, playground.skip),
    h('a.skip', { href: '#say', dataSkip: 'channel' }, playground.skipToChannelInput),
    h('a.skip', { href: '#threads', dataSkip: 'thread' }, playground.skipToThreadInput),
  ];
}

function topBar({ playground }: Words): Element {
  return h('header.top', [
    h('p.brand', [mark(), 'Whetstone']),
    h('button.quiet', { type: 'button', popoverTarget: 'panel' }, playground.openPanel),
  ]);
}

function channel(facts: PageFacts, { playground }: Words): Element {
  const items = facts.messages.filter(({ thread }) => thread === null);
  const name = playground.channel(facts.channel.name);
  return h('main.channel', { id: 'channel', tabIndex: -1 }, [
    h('header.channel-head', [
      h('h1', { ariaLabel: name }, `#${facts.channel.name}`),
      h('p', playground.channelTopic),
    ]),
    h('div.scroll', { tabIndex: 0, role: 'log', ariaLabel: name }, [
      h('ol.messages', { dataMessages: 'channel' }, renderAll(items, facts)),
      h('p.waiting', [h('span.pulse', { ariaHidden: 'true' }), playground.waiting]),
    ]),
    news(playground),
    composer({
      label: playground.channelInput,
      send: playground.send,
      longest: facts.look?.longestMessage,
    }),
  ]);
}

function threads(facts: PageFacts, { playground }: Words): Element {
  const roots = facts.messages.filter(({ hasThread }) => hasThread);
  const repliesTo = (root: StoredMessage): Element[] =>
    renderAll(
      facts.messages.filter(({ thread }) => thread === root.id),
      facts,
    );
  return h('aside.threads', { id: 'threads', ariaLabel: playground.thread }, [
    h('p.no-thread', playground.noThread),
    ...roots.map((root) => renderThread(root, decodeBody(root.body), facts, repliesTo(root))),
  ]);
}

function renderAll(messages: readonly StoredMessage[], onlooker: Onlooker): Element[] {
  return messages.map((message) => renderMessage(message, decodeBody(message.body), onlooker));
}

/** What went wrong, each under the other. */
function banners({ playground }: Words): Element {
  const banner = (name: string, role: string, text: string): Element =>
    h('p.banner', { role, dataBanner: name, hidden: true }, text);
  return h('div.banners', [
    banner('failed', 'alert', playground.failed),
    banner('nothing-open', 'alert', playground.nothingOpen),
    banner('offline', 'status', playground.offline),
  ]);
}

/** Where a person rewrites their own reply; copied each time. */
function editDialog({ playground }: Words): Element {
  const dialog = h('dialog.form', { ariaLabelledBy: 'edit-title' }, [
    h('form', { method: 'dialog' }, [
      h('h2#edit-title', playground.editTitle),
      h('div.field', [
        h('label', { for: 'edit-text' }, playground.message),
        h('textarea', {
          id: 'edit-text',
          name: 'text',
          rows: 6,
          required: true,
          dataBlank: playground.blank,
        }),
      ]),
      h('p.failure', { role: 'alert', hidden: true }, playground.failed),
      h('div.dialog-buttons', [
        h('button.quiet', { type: 'button', dataClose: true }, playground.cancel),
        h('button.primary', { type: 'submit' }, playground.save),
      ]),
    ]),
  ]);
  return h('template#edit', [dialog]);
}
