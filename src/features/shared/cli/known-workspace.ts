import type { PlatformName } from '../../../chat/place.ts';
import type { Db } from '../../../db/connect.ts';
import type { Workspace } from '../../../db/tables.ts';
import { findWorkspace, workspacesOn } from '../../../db/workspaces.ts';
import { OperatorError } from './output.ts';

/** @throws {OperatorError} with those that there are */
export async function knownWorkspace(
  db: Db,
  platform: PlatformName,
  id: string,
): Promise<Workspace> {
  const found = await findWorkspace(db, platform, id);
  if (found) return found;
  const known = (await workspacesOn(db, platform)).map(named);
  const others =
    known.length > 0
      ? `Known there: ${known.join(', ')}.`
      : 'None is known there until the bot has connected.';
  throw new OperatorError(`There is no workspace ${id} on ${platform}. ${others}`);
}

const named = ({ externalId, name }: Workspace): string =>
  name === '' ? externalId : `${externalId} (${name})`;
