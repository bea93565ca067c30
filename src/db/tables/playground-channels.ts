import type { Selectable } from 'kysely';

/** The playground's channel. */
export interface PlaygroundChannelTable {
  readonly id: string;
  readonly name: string;
  readonly botMayPost: boolean;
}

export type PlaygroundChannel = Selectable<PlaygroundChannelTable>;
