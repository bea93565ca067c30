import { createHash } from 'node:crypto';
import { loadedBytes, loadFiles } from '../../chat/file.ts';
import type { Block, FileBlock, Message } from '../../chat/message.ts';
import { LIMITS } from './limits.ts';
import type { PlaygroundStore } from './store.ts';

/** What a stored message says: a person's words, or a card of the bot's. */
export type Body =
  | {
      readonly type: 'words';
      readonly text: string;
      /** Written where the platform that is played does not hear of it. */
      readonly unheard?: true;
    }
  | ({ readonly type: 'card' } & Card);

/** A message of which each picture is kept elsewhere, under the hash of its content. */
export interface Card extends Omit<Message, 'blocks'> {
  readonly blocks: readonly CardBlock[];
}

export type CardBlock =
  | Exclude<Block, { type: 'picture' | 'file' }>
  | StoredFile
  | (Omit<Extract<Block, { type: 'picture' }>, 'png'> & PictureSource);

/** A file stays with its message: it is seen by whoever sees that, and goes with it. */
export interface StoredFile extends Omit<FileBlock, 'content'> {
  readonly base64: string;
}

interface PictureSource {
  readonly hash: string;
  /** Pixels; known ahead, so that nothing moves when the picture arrives. */
  readonly width: number;
  readonly height: number;
}

export function encodeBody(body: Body): string {
  return JSON.stringify(body);
}

export function decodeBody(encoded: string): Body {
  return JSON.parse(encoded, reviveInstant) as Body;
}

/** Puts a message's pictures into the store and returns the rest of it. */
export async function storeCard(store: PlaygroundStore, message: Message): Promise<Body> {
  const blocks: CardBlock[] = [];
  const { blocks: loaded } = await loadFiles(message, LIMITS.fileBytes);
  for (const block of loaded) {
    if (block.type === 'file') blocks.push(storedFile(block, loadedBytes(block)));
    else if (block.type !== 'picture') blocks.push(block);
    else {
      const { png, ...rest } = block;
      const source = pictureSource(png);
      await store.savePicture(source.hash, png);
      blocks.push({ ...rest, ...source });
    }
  }
  return { ...message, type: 'card', blocks };
}

/** The files of a card, in their order. */
export const filesIn = ({ blocks }: Card): readonly StoredFile[] =>
  blocks.filter((block) => block.type === 'file');

function storedFile({ content: _, ...file }: FileBlock, bytes: Uint8Array): StoredFile {
  return { ...file, base64: Buffer.from(bytes).toString('base64') };
}

/** Width and height stand at a fixed place in a PNG's first chunk, IHDR. */
function pictureSource(png: Uint8Array): PictureSource {
  const hash = createHash('sha256').update(png).digest('hex');
  if (png.byteLength < 24) return { hash, width: 0, height: 0 };
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { hash, width: view.getUint32(16), height: view.getUint32(20) };
}

/** JSON knows no dates; of all that a message holds, only an instant's `at` is one. */
function reviveInstant(key: string, value: unknown): unknown {
  return key === 'at' && typeof value === 'string' ? new Date(value) : value;
}
