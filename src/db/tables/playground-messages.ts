import type { Generated, GeneratedAlways, Selectable } from 'kysely';
import type { Mark } from '../../chat/platform.ts';
import type { Maybe } from './column.ts';

/** What stands on the playground, by people and by the bot. */
export interface PlaygroundMessageTable {
  readonly id: GeneratedAlways<number>;
  readonly channel: string;
  /** The message it stands under; null: in the channel itself. */
  readonly thread: Maybe<number>;
  /** Null: the bot. */
  readonly author: Maybe<string>;
  /** Null: everyone sees it. */
  readonly seenBy: Maybe<string>;
  /** Of the bot's posts: no two bear the same. */
  readonly key: Maybe<string>;
  /** JSON that only the adapter reads. Text, since `jsonb` refuses U+0000, which people may write. */
  readonly body: string;
  readonly marks: Generated<Mark[]>;
  readonly hasThread: Generated<boolean>;
  readonly writtenAt: Date;
  readonly editedAt: Maybe<Date>;
}

export type PlaygroundMessage = Selectable<PlaygroundMessageTable>;
