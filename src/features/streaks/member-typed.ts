import { isolated } from '../../chat/displayable.ts';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { findMember } from '../../db/members.ts';
import { prepared } from '../../db/prepared.ts';
import type { Member } from '../../db/tables.ts';
import { MEMBER_COLUMNS } from '../../db/tables/members.ts';
import type { Language } from '../../domain/language.ts';
import { streakWords } from './words/index.ts';

export type TypedMember =
  | { readonly type: 'found'; readonly member: Member }
  | { readonly type: 'unknown' }
  | { readonly type: 'nobody' | 'several'; readonly name: string };

/** The member whom an option names: by the platform's id, or by a name after @. */
export async function memberTyped(
  db: Db,
  workspaceId: number,
  typed: string,
): Promise<TypedMember> {
  if (typed.startsWith('@')) return memberNamed(db, workspaceId, typed.slice(1));
  const member = await findMember(db, workspaceId, typed);
  return member ? { type: 'found', member } : { type: 'unknown' };
}

/** Why nobody is meant for certain, and what to type. */
export function unclearMember(
  language: Language,
  typed: Exclude<TypedMember, { type: 'found' }>,
): string {
  const words = streakWords(language);
  switch (typed.type) {
    case 'unknown':
      return words.unknownMember;
    case 'nobody':
      return words.nobodyNamed(isolated(typed.name));
    case 'several':
      return words.severalNamed(isolated(typed.name));
  }
}

async function memberNamed(db: Db, workspaceId: number, written: string): Promise<TypedMember> {
  // One that was copied from a board may bear the marks that isolate it there.
  const name = written.replaceAll(/[\u2068\u2069]/g, '');
  const [member, another] = await membersNamed(db, { workspaceId, name });
  if (!member) return { type: 'nobody', name };
  return another ? { type: 'several', name } : { type: 'found', member };
}

/** The members of this name, in any case; two are enough to know that it names nobody for certain. */
const membersNamed = builtOnce((db, given: InputOf<Pick<Member, 'workspaceId' | 'name'>>) =>
  db
    .selectFrom('members')
    .modifyFront(prepared)
    .select(MEMBER_COLUMNS)
    .where('workspaceId', '=', given('workspaceId'))
    .where((eb) => eb(eb.fn('lower', ['name']), '=', eb.fn('lower', [given('name')])))
    .limit(2),
);
