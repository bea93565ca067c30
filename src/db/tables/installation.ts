import type { Generated } from 'kysely';

/** One row: which installation the database belongs to. */
export interface InstallationTable {
  readonly id: string;
  /** What the addresses of calendar feeds are signed with. */
  readonly feedSecret: Generated<string>;
  /** Always true, and unique: so there is one row at most. */
  readonly single: Generated<boolean>;
}
