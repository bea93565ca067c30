import type { PlatformName } from '../../chat/place.ts';

/** When each platform was last heard; a gap in it is an outage. */
export interface PresenceTable {
  readonly platform: PlatformName;
  readonly seenAt: Date;
}
