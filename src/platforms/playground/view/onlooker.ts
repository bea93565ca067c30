import type { Reading } from '../reading.ts';
import type { StoredMember } from '../store.ts';

/** What a message's look depends on besides itself. */
export interface Onlooker {
  readonly member: StoredMember;
  readonly members: readonly StoredMember[];
  readonly reading: Reading;
}
