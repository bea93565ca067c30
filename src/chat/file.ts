import type { FileBlock, Message } from './message.ts';
import { PlatformError } from './platform.ts';

/**
 * The message with the bytes of its files at hand: what makes them is asked once, when they are sent.
 *
 * @param largest In bytes, of all files of one message together.
 * @throws {PlatformError} `file-too-large`, before anything is sent
 */
export async function loadFiles(message: Message, largest: number): Promise<Message> {
  if (!message.blocks.some(({ type }) => type === 'file')) return message;
  const blocks = await Promise.all(
    message.blocks.map(async (block) =>
      block.type === 'file' ? { ...block, content: await contentOf(block) } : block,
    ),
  );
  const size = blocks.reduce((sum, block) => sum + sizeOf(block), 0);
  if (size > largest) throw new PlatformError({ code: 'file-too-large', size, largest }, `${size}`);
  return { ...message, blocks };
}

/** A file's bytes; none while nobody has asked for them, as where pages are only counted. */
export const loadedBytes = ({ content }: FileBlock): Uint8Array =>
  typeof content === 'function' ? NOT_LOADED : content;

const NOT_LOADED = new Uint8Array();

const contentOf = ({ content }: FileBlock): Promise<Uint8Array> =>
  typeof content === 'function' ? content() : Promise.resolve(content);

const sizeOf = (block: Message['blocks'][number]): number =>
  block.type === 'file' ? loadedBytes(block).byteLength : 0;
