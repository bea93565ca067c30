import type { WebClient } from '@slack/web-api';
import type { MessageRef } from '../../chat/place.ts';
import { attempt, slackCode } from './errors.ts';
import { messageAt } from './history.ts';

/** What `files.delete` says of a file that is gone, or that others keep the bot from deleting. */
const LEFT_AS_IT_IS = ['file_deleted', 'file_not_found', 'cant_delete_file'];

/**
 * Deletes the files of the pictures that a message shows: one that it is edited not to show stays among the
 * files of the workspace. To be done before that edit, after which the message tells of them no more.
 */
export async function deletePictures(client: WebClient, ref: MessageRef): Promise<void> {
  await attempt(async () => {
    const { blocks = [] } = (await messageAt(client, ref)) ?? {};
    for (const { slack_file: shown } of blocks) {
      if (shown?.id !== undefined) await deleteFile(client, shown.id);
    }
  });
}

async function deleteFile(client: WebClient, file: string): Promise<void> {
  try {
    await client.files.delete({ file });
  } catch (error) {
    if (!LEFT_AS_IT_IS.includes(slackCode(error) ?? '')) throw error;
  }
}
