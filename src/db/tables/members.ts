import type { Generated, Selectable } from 'kysely';
import type { Language } from '../../domain/language.ts';
import type { Maybe } from './column.ts';

/** A person in one workspace. */
export interface MemberTable {
  readonly id: Generated<number>;
  readonly workspaceId: number;
  /** The platform's own id. */
  readonly externalId: string;
  readonly name: string;
  /** Null where the platform does not tell. */
  readonly language: Maybe<Language>;
  /** Set while they are gone from the server or workspace; whatever they do there clears it. */
  readonly leftAt: Maybe<Date>;
  /** When the platform was last asked whether they are there. */
  readonly lookedAt: Maybe<Date>;
}

export type Member = Selectable<MemberTable>;

/** Every column, for statements that are prepared: these may not select whatever a table has. */
export const MEMBER_COLUMNS = [
  ...(['id', 'workspaceId', 'externalId', 'name', 'language', 'leftAt', 'lookedAt'] as const),
] satisfies readonly (keyof Member)[];
