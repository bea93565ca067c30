import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Message } from '../../chat/message.ts';
import { PlatformError } from '../../chat/platform.ts';
import { asPlatformError } from './errors.ts';
import { CALL_TIMEOUT_MS } from './limits.ts';
import type { FileOf, Picture } from './render.ts';

/** Uploads a page's pictures, and tells the file of each. */
export type Pictures = (page: Message) => Promise<FileOf>;

const KEPT_FILES = 500;

/**
 * Block Kit shows a picture only by a file on Slack. The same picture is uploaded once, so that a
 * post repeated because the file was not ready yet finds it ready. Where the bot may not upload,
 * pictures have no file and are shown as their descriptions.
 */
export function createPictures(client: WebClient, log: Logger): Pictures {
  const uploaded = new LRUCache<string, Promise<string>>({ max: KEPT_FILES });
  const fileFor = (picture: Picture): Promise<string> => {
    const digest = createHash('sha256').update(picture.png).digest('base64');
    const known = uploaded.get(digest);
    if (known) return known;
    const upload = uploadPicture(client, picture);
    uploaded.set(digest, upload);
    upload.catch(() => uploaded.delete(digest));
    return upload;
  };
  return async (page) => {
    const files = new Map<Picture, string>();
    for (const block of page.blocks) {
      if (block.type !== 'picture') continue;
      const file = await unlessForbidden(fileFor(block), log);
      if (file !== undefined) files.set(block, file);
    }
    return (picture) => files.get(picture);
  };
}

/** Nothing is posted yet when an upload fails, so every failure that may pass is `busy`. */
async function unlessForbidden(file: Promise<string>, log: Logger): Promise<string | undefined> {
  try {
    return await file;
  } catch (error) {
    const failure = asPlatformError(error);
    if (failure.fault.code === 'in-doubt') {
      throw new PlatformError({ code: 'busy' }, failure.message, { cause: error });
    }
    if (failure.fault.code !== 'forbidden') throw failure;
    log.warn(`a picture is shown as its description: Slack says ${failure.message}`);
    return undefined;
  }
}

async function uploadPicture(client: WebClient, picture: Picture): Promise<string> {
  const slot = await client.files.getUploadURLExternal({
    filename: picture.name,
    length: picture.png.byteLength,
    alt_text: picture.alt.slice(0, 1_000),
  });
  const { upload_url: url = '', file_id: id = '' } = slot;
  await send(url, picture.png);
  await client.files.completeUploadExternal({ files: [{ id, title: picture.name }] });
  return id;
}

async function send(url: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the upload was answered with ${response.status}`);
}
