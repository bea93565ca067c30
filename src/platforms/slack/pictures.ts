import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Message } from '../../chat/message.ts';
import { isFileRefused } from './errors.ts';
import { type Body, type FileOf, type Picture, render } from './render.ts';
import { uploadUnlessForbidden } from './upload.ts';

/**
 * Block Kit shows a picture only by a file on Slack. The same picture is uploaded once, so that a
 * post repeated because the file was not ready yet finds it ready. Where the bot may not upload,
 * pictures have no file and are shown as their descriptions.
 */
export interface Pictures {
  /** Uploads a page's pictures, and tells the file of each. */
  readonly filesOf: (page: Message) => Promise<FileOf>;
  /** To be told that Slack took a page with its files. */
  readonly taken: (page: Message) => void;
  /**
   * To be told that Slack refused a page for a file in it. Slack says the same of a file that is not
   * ready yet and of one that is deleted or could not be processed. So a file that is refused half a
   * minute after its upload is uploaded again, and the second one gives way to its description.
   */
  readonly refused: (page: Message) => void;
  /** Sends a page with its pictures, and learns from what Slack says of their files. */
  readonly send: <T>(page: Message, send: (body: Body) => Promise<T>) => Promise<T>;
}

const KEPT_FILES = 500;

/** A file that is refused for longer than this after its upload is not going to be ready. */
const READY_WITHIN_MS = 30_000;

/** After this long a picture that came to nothing is tried again. */
const WORDS_MS = 60 * 60_000;

interface Upload {
  /** Undefined where the picture is shown as its description. */
  readonly file: Promise<string | undefined>;
  /** When the file was complete; undefined before that. */
  completedAt?: number;
  /** Set where an earlier file of this picture was refused for good, until this one is taken. */
  isSecond: boolean;
}

export function createPictures(client: WebClient, now: () => Date, log: Logger): Pictures {
  const uploads = new LRUCache<string, Upload>({
    max: KEPT_FILES,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });

  function upload(picture: Picture, isSecond: boolean): Upload {
    const key = digest(picture);
    const file = uploadUnlessForbidden(client, picture, log);
    const begun: Upload = { file, isSecond };
    uploads.set(key, begun);
    file.then(
      () => (begun.completedAt = now().getTime()),
      () => uploads.delete(key),
    );
    return begun;
  }

  function refused(picture: Picture): void {
    const known = uploads.get(digest(picture));
    if (known?.completedAt === undefined) return;
    if (now().getTime() - known.completedAt < READY_WITHIN_MS) return;
    if (!known.isSecond) {
      log.warn(`Slack refuses the file of ${picture.name}: it is uploaded again`);
      upload(picture, true);
      return;
    }
    log.warn(`Slack refuses the second file of ${picture.name}: its description is shown instead`);
    uploads.set(digest(picture), { file: NO_FILE, isSecond: true }, { ttl: WORDS_MS });
  }

  async function filesOf(page: Message): Promise<FileOf> {
    const files = new Map<Picture, string>();
    for (const picture of picturesOf(page)) {
      const { file } = uploads.get(digest(picture)) ?? upload(picture, false);
      const id = await file;
      if (id !== undefined) files.set(picture, id);
    }
    return (picture) => files.get(picture);
  }

  const pictures: Pictures = {
    filesOf,
    taken: (page) => {
      for (const picture of picturesOf(page)) {
        const known = uploads.get(digest(picture));
        if (known?.completedAt !== undefined) known.isSecond = false;
      }
    },
    refused: (page) => picturesOf(page).forEach(refused),
    send: (page, send) => sendWith(pictures, page, send),
  };
  return pictures;
}

async function sendWith<T>(
  pictures: Pictures,
  page: Message,
  send: (body: Body) => Promise<T>,
): Promise<T> {
  const body = render(page, await pictures.filesOf(page));
  try {
    const sent = await send(body);
    pictures.taken(page);
    return sent;
  } catch (error) {
    if (isFileRefused(error)) pictures.refused(page);
    throw error;
  }
}

const NO_FILE = Promise.resolve(undefined);

const picturesOf = (page: Message): Picture[] =>
  page.blocks.filter((block) => block.type === 'picture');

const digest = ({ png }: Picture): string => createHash('sha256').update(png).digest('base64');
