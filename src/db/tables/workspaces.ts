import type { Generated, Selectable } from 'kysely';
import type { PlatformName } from '../../chat/place.ts';
import type { Maybe } from './column.ts';

/** A Discord guild, a Slack team, or the playground. */
export interface WorkspaceTable {
  readonly id: Generated<number>;
  readonly platform: PlatformName;
  /** The platform's own id. */
  readonly externalId: string;
  readonly name: Generated<string>;
  /** Since when the bot is not in it any more. */
  readonly leftAt: Maybe<Date>;
}

export type Workspace = Selectable<WorkspaceTable>;
