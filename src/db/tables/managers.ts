import type { Maybe } from './column.ts';

/** Who may manage beside those whom the platform itself lets manage. */
export interface ManagerTable {
  readonly workspaceId: number;
  /** `creator`: whoever created a channel, in that channel. */
  readonly kind: 'member' | 'group' | 'creator';
  /** The platform's own id of a member or a group; empty for `creator`. */
  readonly externalId: string;
  /** A group's name as it was typed; empty for others. */
  readonly label: string;
  /** Null: it was done on the command line, or by someone who has asked to be forgotten. */
  readonly namedBy: Maybe<number>;
  readonly namedAt: Date;
}
