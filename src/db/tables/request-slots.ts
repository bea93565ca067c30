import type { PlatformName } from '../../chat/place.ts';

/** Instants at which a platform may be sent a request, as all processes share them. */
export interface RequestSlotTable {
  readonly platform: PlatformName;
  /** The first that nobody has taken. */
  readonly freeAt: Date;
}
