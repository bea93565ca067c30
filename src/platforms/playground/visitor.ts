import type { Caller, MemberProfile } from '../../chat/event.ts';
import type { Look, LookName } from '../../chat/look.ts';
import type { Language } from '../../domain/language.ts';
import { WORKSPACE } from './people.ts';
import type { StoredMember } from './store.ts';

/** Whoever sits before the page: the sample member they play, and how they like to read. */
export interface Visitor {
  readonly member: StoredMember;
  readonly language: Language;
  /** IANA zone, as the browser tells it. */
  readonly timezone?: string;
  /** The platform that the page is shown as; absent: its own self. */
  readonly look?: LookName;
}

export function profileOf({ member, language, timezone }: Visitor): MemberProfile {
  return { id: member.id, name: member.name, language, ...(timezone && { timezone }) };
}

/** @param look How the platform that the visitor plays shows things; absent where they play none. */
export function askerOf(visitor: Visitor, channel: string, look: Look | undefined): Caller {
  return {
    platform: 'playground',
    workspace: WORKSPACE,
    channel,
    member: profileOf(visitor),
    mayManage: visitor.member.manages,
    ...(look && { look }),
  };
}

/** What only one member sees, nobody else may touch. */
export function isVisibleTo(
  { member }: Visitor,
  { seenBy }: { readonly seenBy: string | null },
): boolean {
  return seenBy === null || seenBy === member.id;
}

/** Other platforms keep what only one member sees until their page is loaded anew. */
export function isLasting(
  { look }: Pick<Visitor, 'look'>,
  { seenBy }: { readonly seenBy: string | null },
): boolean {
  return look === undefined || seenBy === null;
}
