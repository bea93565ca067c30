import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import { loadedBytes, loadFiles } from '../../chat/file.ts';
import type { Message } from '../../chat/message.ts';
import type { Place } from '../../chat/place.ts';
import { PlatformError } from '../../chat/platform.ts';
import { asPlatformError } from './errors.ts';
import { CALL_TIMEOUT_MS, LIMITS } from './limits.ts';
import type { Picture } from './render.ts';

/**
 * The id of a picture's new file; undefined where the bot may not upload. Nothing is posted yet when an
 * upload fails, so every failure that may pass is `busy`.
 */
export async function uploadUnlessForbidden(
  client: WebClient,
  picture: Picture,
  log: Logger,
): Promise<string | undefined> {
  try {
    return await uploadPicture(client, picture);
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

const uploadPicture = (client: WebClient, { png, name, alt }: Picture): Promise<string> =>
  upload(client, { name, description: alt, bytes: png });

/**
 * Puts a message's files where it is going to stand, ahead of it. A file in Slack is a message of its
 * own, which bears no mark to be found by: where the answer is lost, it may come twice, but it never
 * stays away.
 */
export async function shareFiles(client: WebClient, place: Place, page: Message): Promise<void> {
  const { blocks } = await loadFiles(page, LIMITS.upload);
  for (const block of blocks) {
    if (block.type !== 'file') continue;
    const { name, description } = block;
    await upload(client, { name, description, bytes: loadedBytes(block) }, place);
  }
}

interface Uploaded {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** Uploads a file, for the bot alone or to a place, and returns its id. */
async function upload(
  client: WebClient,
  { name, description, bytes }: Uploaded,
  place?: Place,
): Promise<string> {
  // Slack calls the description `alt_txt`; the library's types call it by a name that Slack ignores.
  const request = {
    filename: name,
    length: bytes.byteLength,
    alt_txt: cut(displayable(description), LIMITS.uploadAlt),
  };
  const slot = await client.files.getUploadURLExternal(request);
  const { upload_url: url = '', file_id: id = '' } = slot;
  await send(url, bytes);
  const files: [{ id: string; title: string }] = [{ id, title: name }];
  await client.files.completeUploadExternal(place ? { files, ...destination(place) } : { files });
  return id;
}

const destination = ({ channel, thread }: Place) =>
  thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };

async function send(url: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`the upload was answered with ${response.status}`);
}
