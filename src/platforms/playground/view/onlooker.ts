import type { Look, LookName } from '../../../chat/look.ts';
import type { Reading } from '../reading.ts';
import type { StoredMember } from '../store.ts';

/** What a message's look depends on besides itself. */
export interface Onlooker {
  readonly member: StoredMember;
  readonly members: readonly StoredMember[];
  readonly reading: Reading;
  /** The platform that the page is shown as, and how; both absent: its own self. */
  readonly lookName?: LookName;
  readonly look?: Look;
}
