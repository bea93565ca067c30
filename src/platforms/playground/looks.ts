import type { Look, LookName } from '../../chat/look.ts';
import type { Block } from '../../chat/message.ts';
import { type Card, type CardBlock, filesIn } from './body.ts';

/** The platforms that the page can be shown as. */
export type Looks = Readonly<Record<LookName, Look>>;

type Picture = Extract<CardBlock, { type: 'picture' }>;

const NO_BYTES = new Uint8Array();

/** The cards that a platform shows of one of the bot's messages. */
export function cardsIn(look: Look, card: Card): readonly Card[] {
  const pictures: Picture[] = [];
  const files = filesIn(card);
  const blocks = card.blocks.map((block): Block => {
    if (block.type === 'file') {
      const { type, mediaType, description } = block;
      const name = `${files.indexOf(block)}.file`;
      return { type, name, mediaType, description, content: NO_BYTES };
    }
    if (block.type === 'note' && !look.countsReplies) return uncounted(block);
    if (block.type !== 'picture') return block;
    // Its place is its name, by which it is known again.
    return {
      type: 'picture',
      alt: block.alt,
      png: NO_BYTES,
      name: `${pictures.push(block) - 1}.png`,
    };
  });
  return look.readBack({ ...card, blocks }).map((shown) => ({
    ...shown,
    blocks: shown.blocks.flatMap((block): CardBlock[] => {
      if (block.type === 'file') {
        const file = files[Number.parseInt(block.name, 10)];
        return file ? [file] : [];
      }
      if (block.type !== 'picture') return [block];
      const picture = pictures[Number.parseInt(block.name, 10)];
      return picture ? [{ ...picture, alt: block.alt }] : [];
    }),
  }));
}

/** The note as it is said where replies in threads are not counted. */
const uncounted = ({ uncounted, ...note }: Extract<Block, { type: 'note' }>): Block => ({
  ...note,
  ...(uncounted && { text: uncounted }),
});
