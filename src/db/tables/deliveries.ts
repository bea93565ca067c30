import type { Selectable } from 'kysely';
import type { MessageRef, Place } from '../../chat/place.ts';
import type { Json, Maybe, MaybeJson } from './column.ts';

/** Everything that the bot posts, from before the first attempt on: see `delivery/post-once.ts`. */
export interface DeliveryTable {
  /** Unique to one post for ever. */
  readonly key: string;
  /** What the post bears on the platform; null where that is the key. */
  readonly mark: Maybe<string>;
  readonly place: Json<Place>;
  /** The first attempt; from here on the message may stand on the platform. */
  readonly startedAt: Date;
  /** The newest attempt. */
  readonly attemptedAt: Date;
  readonly ref: MaybeJson<MessageRef>;
  readonly doneAt: Maybe<Date>;
}

export type Delivery = Selectable<DeliveryTable>;
