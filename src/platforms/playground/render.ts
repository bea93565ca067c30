import type { Element } from 'hast';
import { h } from 'hastscript';
import { displayable } from '../../chat/displayable.ts';
import { type Button, encodeAction, type Field } from '../../chat/message.ts';
import type { RichText } from '../../chat/text.ts';
import type { Card, CardBlock, StoredFile } from './body.ts';
import type { Reading } from './reading.ts';
import { renderText } from './text.ts';

type PictureBlock = Extract<CardBlock, { type: 'picture' }>;

/** Where a file of the card is had. */
export type FileHref = (file: StoredFile) => string;

/** A card as HTML, block by block. */
export function renderCard(card: Card, reading: Reading, fileHref: FileHref): Element[] {
  return card.blocks.map((block) =>
    block.type === 'file' ? file(block, fileHref) : renderBlock(block, reading),
  );
}

function file(block: StoredFile, fileHref: FileHref): Element {
  const { name, description } = block;
  return h('p.file', [
    h('a', { href: fileHref(block), download: name }, displayable(name)),
    h('span', displayable(description)),
  ]);
}

export function renderBlock(block: Exclude<CardBlock, StoredFile>, reading: Reading): Element {
  switch (block.type) {
    case 'mention':
      return h('p', h('span.mention', displayable(`@${block.group.name}`)));
    case 'heading':
      return h('h2', displayable(block.text));
    case 'text':
      return h('p', renderText(block.text, reading));
    case 'quote':
      return h('blockquote', h('p', renderText(block.text, reading)));
    case 'code':
      return h('pre', { tabIndex: 0 }, h('code', displayable(block.text)));
    case 'list':
      return list(block.items, block.ordered === true, reading);
    case 'fields':
      return h(
        'dl',
        block.fields.map((field) => renderField(field, reading)),
      );
    case 'picture':
      return picture(block);
    case 'note':
      return h('p.note', renderText(block.text, reading));
    case 'buttons':
      return h('div.buttons', block.buttons.map(renderButton));
  }
}

function list(items: readonly RichText[], ordered: boolean, reading: Reading): Element {
  return h(
    ordered ? 'ol' : 'ul',
    items.map((item) => h('li', renderText(item, reading))),
  );
}

function renderField({ name, value }: Field, reading: Reading): Element {
  return h('div', [h('dt', displayable(name)), h('dd', renderText(value, reading))]);
}

function picture({ hash, width, height, alt, name }: PictureBlock): Element {
  const src = `/pictures/${hash}/${encodeURIComponent(name)}`;
  const image = h('img', {
    src,
    alt: displayable(alt),
    width,
    height,
    decoding: 'async',
  });
  // In full size for those who find it small.
  return h('a.picture', { href: src, target: '_blank' }, [image]);
}

function renderButton({ label, action, style, disabled }: Button): Element {
  return h(
    'button',
    {
      type: 'button',
      className: style ?? 'plain',
      dataAction: encodeAction(action),
      disabled: disabled === true,
    },
    displayable(label),
  );
}
