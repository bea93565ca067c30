import type { Db } from '../db/connect.ts';
import type { Member } from '../db/tables.ts';
import type { Enqueue } from '../jobs/queue.ts';

/** Whose data is erased, and the instant that stands wherever something is blanked. */
export interface Erasure {
  readonly memberId: number;
  readonly at: Date;
}

/** What erasing takes from outside: what was posted is edited later, by a job. */
export interface Erasing {
  readonly enqueue: Enqueue;
}

/** What a member is told of their erased data. */
export interface Erased {
  /** How many answers were theirs, in whatever state. */
  readonly answers: number;
  /** Reveals that may show something of theirs and are edited next. */
  readonly reveals: number;
}

/** What a feature keeps of a member. */
export interface PersonalData {
  /** Lists of what is kept, each by the name that it has in the member's export. */
  export?(db: Db, member: Member): Promise<Readonly<Record<string, readonly object[]>>>;
  /**
   * Deletes what is the member's alone, and takes words and author out of what others share, in the
   * caller's transaction. Features of higher floors are asked first, since they look at what lies below.
   */
  erase?(context: Erasing, tx: Db, erasure: Erasure): Promise<Partial<Erased>>;
}

/** What a feature says of all that it stores. */
export interface StoredData {
  readonly personalData?: PersonalData;
  /** Deletes what it keeps of a workspace that left for good; asked as `erase` is. */
  readonly deleteWorkspace?: (tx: Db, workspaceId: number) => Promise<void>;
}
