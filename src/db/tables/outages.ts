import type { GeneratedAlways } from 'kysely';
import type { PlatformName } from '../../chat/place.ts';

/** A time in which nobody listened to a platform. */
export interface OutageTable {
  readonly id: GeneratedAlways<number>;
  readonly platform: PlatformName;
  readonly beganAt: Date;
  readonly endedAt: Date;
}
