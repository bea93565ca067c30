import type { GeneratedAlways, Selectable } from 'kysely';

/** The sample people of the playground. */
export interface PlaygroundMemberTable {
  readonly id: string;
  readonly name: string;
  readonly manages: boolean;
  /** The order in which the page lists them. */
  readonly position: GeneratedAlways<number>;
}

export type PlaygroundMember = Selectable<PlaygroundMemberTable>;
