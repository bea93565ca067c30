import type { Caller } from '../../chat/event.ts';
import type { PlainOrRich, RichText } from '../../chat/text.ts';
import type { Db } from '../../db/connect.ts';
import { knownManagers } from '../../db/managers.ts';
import { findCaller, isUpToDate, saveMember } from '../../db/members.ts';
import type { Member, Workspace } from '../../db/tables.ts';
import { saveWorkspace } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { managesHere } from '../../delivery/may-manage.ts';
import type { Language } from '../../domain/language.ts';
import type { Request, Typing } from '../../features/shared/feature.ts';
import { commonWords } from '../../i18n/words/index.ts';
import type { UnsentForms } from './unsent-forms.ts';

/** Why this person may not do what is only for those who manage; undefined where they may. */
export async function rightsFault(
  request: Request,
  manage: boolean | undefined,
): Promise<PlainOrRich | undefined> {
  if (!manage) return undefined;
  const { context, caller, language } = request;
  const allowed = await managesHere(context, caller);
  if (allowed) return undefined;
  const { notAllowed, notInPrivate, whoUnknown } = commonWords(language);
  if (allowed === false) return notAllowed(await whomToAsk(request));
  return caller.isPrivate ? notInPrivate : whoUnknown;
}

/** As many as are read at a glance. */
const NAMED = 3;

/** Some who are known to manage; none where everything was set up on the command line. */
async function whomToAsk({ context, workspace }: Request): Promise<RichText> {
  const known = await knownManagers(context.db, workspace.id, NAMED);
  return known.flatMap(({ externalId: id, name }, index) => [
    ...(index > 0 ? [', '] : []),
    { type: 'member', id, name },
  ]);
}

/**
 * Whether the caller pressed something in a private message of a workspace that has removed the bot. Such a press does
 * not bring the workspace back.
 */
export async function isWorkspaceGone({ db }: Context, caller: Caller): Promise<boolean> {
  if (!caller.isPrivate) return false;
  const known = await findCaller(db, caller);
  return known?.workspace.leftAt !== null;
}

/** Reads who is typing, and makes nobody known: this is asked at every keystroke. */
export async function typingOf(context: Context, caller: Caller): Promise<Typing> {
  const known = await findCaller(context.db, caller);
  const language: Language = caller.member.language ?? known?.member?.language ?? 'en';
  return { context, workspaceId: known?.workspace.id, language };
}

/** Makes whoever asks known to the database, which most often they are: then nothing is written. */
export async function requestOf(
  context: Context,
  unsent: UnsentForms,
  caller: Caller,
): Promise<Request> {
  const { workspace, member } = await knownCaller(context.db, caller);
  const language: Language = member.language ?? 'en';
  const threadAnswers = countsReplies(context, caller);
  const dropUnsent = () => unsent.drop(caller);
  return { context, caller, workspace, member, language, threadAnswers, dropUnsent };
}

interface Known {
  readonly workspace: Workspace;
  readonly member: Member;
}

async function knownCaller(db: Db, caller: Caller): Promise<Known> {
  const { platform, workspace: externalId, member: profile } = caller;
  const known = await findCaller(db, caller);
  const isHere = known?.workspace.leftAt === null;
  if (isHere && known.member && isUpToDate(known.member, profile)) {
    return { workspace: known.workspace, member: known.member };
  }
  const workspace = await saveWorkspace(db, { platform, externalId });
  return { workspace, member: await saveMember(db, workspace.id, profile) };
}

function countsReplies({ platforms }: Context, { platform, look }: Caller): boolean {
  return look?.countsReplies ?? platforms.get(platform)?.readsThreads ?? false;
}
