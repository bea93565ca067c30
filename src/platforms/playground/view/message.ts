import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { displayable } from '../../../chat/displayable.ts';
import { type Body, decodeBody, filesIn } from '../body.ts';
import { cardsIn } from '../looks.ts';
import { formatTime } from '../reading.ts';
import { type FileHref, renderCard } from '../render.ts';
import type { StoredMessage } from '../store.ts';
import { type PlaygroundWords, playgroundWords } from '../words/index.ts';
import { avatar, BOT_NAME, botAvatar } from './avatar.ts';
import type { Onlooker } from './onlooker.ts';
import { renderThread } from './thread.ts';

/** One message as the page takes it up: where it stands, and what to show there. */
export interface MessageView {
  readonly id: number;
  readonly thread: number | null;
  /** Equal for what looks equal, but for the passing of time. */
  readonly version: string;
  readonly html: string;
  /** The empty thread under it, for a page that does not have it yet. */
  readonly threadHtml?: string;
}

export function viewMessage(message: StoredMessage, onlooker: Onlooker): MessageView {
  const { id, thread, hasThread } = message;
  const body = decodeBody(message.body);
  return {
    id,
    thread,
    version: versionOf(message),
    html: toHtml(renderMessage(message, body, onlooker)),
    ...(hasThread && { threadHtml: toHtml(renderThread(message, onlooker)) }),
  };
}

export function renderMessage(message: StoredMessage, body: Body, onlooker: Onlooker): Element {
  const words = playgroundWords(onlooker.reading.language);
  const tone = body.type === 'card' ? (body.tone ?? 'neutral') : undefined;
  const attributes = { id: `m${message.id}`, dataId: message.id, dataVersion: versionOf(message) };
  return h('li', { ...attributes, className: message.seenBy === null ? [] : ['private'] }, [
    h('article.message', { dataTone: tone, ariaLabelledBy: `by${message.id}`, tabIndex: -1 }, [
      h(
        'div.face',
        { ariaHidden: 'true' },
        message.author ? avatar(message.author, onlooker) : botAvatar(),
      ),
      h('div.said', [
        byline(message, onlooker, words),
        h('div.body', renderBody(message, body, onlooker)),
        ...foot(message, onlooker, words),
      ]),
    ]),
  ]);
}

function renderBody(
  { id }: StoredMessage,
  body: Body,
  { member, reading, look }: Onlooker,
): Element[] {
  if (body.type === 'words') return [h('p', displayable(body.text))];
  const fileHref: FileHref = (file) => {
    const query = new URLSearchParams({ as: member.id });
    return `/api/messages/${id}/files/${filesIn(body).indexOf(file)}?${query.toString()}`;
  };
  if (!look) return renderCard(body, reading, fileHref);
  return cardsIn(look, body).map((card) =>
    h('div.card', { dataTone: card.tone }, renderCard(card, reading, fileHref)),
  );
}

function byline(
  message: StoredMessage,
  { reading, members }: Onlooker,
  words: PlaygroundWords,
): Element {
  const author = members.find(({ id }) => id === message.author);
  const at = message.writtenAt;
  return h('header.byline', [
    h('span.author', { id: `by${message.id}` }, author ? displayable(author.name) : BOT_NAME),
    message.author === null ? h('span.tag', words.bot) : undefined,
    h('time.when', { dateTime: at.toISOString() }, formatTime(at, 'time', reading)),
    message.editedAt ? h('span.edited', words.edited) : undefined,
    message.seenBy === null ? undefined : h('span.only-you', words.onlyYou),
  ]);
}

function foot(message: StoredMessage, onlooker: Onlooker, words: PlaygroundWords): Element[] {
  const parts = [
    ...message.marks.map((mark) => h('span.mark', { dataMark: mark }, words[mark])),
    ...(message.hasThread ? [threadLink(message, words)] : []),
    ...ownActions(message, onlooker, words),
  ];
  return parts.length === 0 ? [] : [h('footer.foot', parts)];
}

function threadLink({ id, replies, isRevealed }: StoredMessage, words: PlaygroundWords): Element {
  const { openThread, messages, answerAnd } = words;
  const href = `#thread-${id}`;
  if (isRevealed) return h('a.thread-link.answer', { href }, answerAnd(replies));
  return h('a.thread-link', { href }, replies === 0 ? openThread : messages(replies));
}

function ownActions(
  message: StoredMessage,
  { member }: Onlooker,
  words: PlaygroundWords,
): Element[] {
  const { edit, delete: remove, dismiss } = words;
  const action = (name: string, label: string): Element =>
    h('button.quiet', { type: 'button', dataOwn: name }, label);
  if (message.seenBy !== null) return [action('remove', dismiss)];
  return message.author === member.id ? [action('edit', edit), action('remove', remove)] : [];
}

function versionOf(message: StoredMessage): string {
  const { id, body, marks, hasThread, replies, isRevealed, editedAt } = message;
  const shown = JSON.stringify([id, body, marks, hasThread, replies, isRevealed, editedAt]);
  return createHash('sha256').update(shown).digest('base64url').slice(0, 12);
}
