import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { displayable } from '../../chat/displayable.ts';
import { cut } from '../../chat/cut.ts';
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
    return await upload(client, picture);
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

async function upload(client: WebClient, picture: Picture): Promise<string> {
  // Slack calls the description `alt_txt`; the library's types call it by a name that Slack ignores.
  const request = {
    filename: picture.name,
    length: picture.png.byteLength,
    alt_txt: cut(displayable(picture.alt), LIMITS.uploadAlt),
  };
  const slot = await client.files.getUploadURLExternal(request);
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
