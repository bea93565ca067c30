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
}

export type Member = Selectable<MemberTable>;
