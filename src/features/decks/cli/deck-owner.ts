import type { Command } from 'commander';
import { PLATFORM_NAMES } from '../../../chat/place.ts';
import type { Context } from '../../../delivery/context.ts';
import { knownWorkspace } from '../../shared/cli/known-workspace.ts';
import { OperatorError } from '../../shared/cli/output.ts';

/** Whose deck is meant, as it is typed; nobody's in particular where left out. */
export interface OwnerOptions {
  readonly platform?: string;
  readonly workspace?: string;
}

/** `--platform` and `--workspace`, for a workspace's own deck. */
export const withOwner = (command: Command): Command =>
  command
    .option('--platform <name>', 'of a workspace’s own deck: where it is')
    .option(
      '--workspace <id>',
      'of a workspace’s own deck: the Discord server’s or Slack team’s id',
    );

/** The workspace whose deck is meant; undefined where it is the installation's. */
export async function ownerOf(
  { db }: Pick<Context, 'db'>,
  options: OwnerOptions,
): Promise<number | undefined> {
  const place = ownerPlace(options);
  return place && (await knownWorkspace(db, place.platform, place.id)).id;
}

/** The place that the options name, whether or not the database knows it. */
export function ownerPlace({ platform: written, workspace: id }: OwnerOptions) {
  if (written === undefined && id === undefined) return undefined;
  const platform = PLATFORM_NAMES.find((name) => name === written);
  if (!platform || id === undefined) {
    const names = PLATFORM_NAMES.join(', ');
    throw new OperatorError(`A workspace is --platform (${names}) and --workspace, its id.`);
  }
  return { platform, id };
}
