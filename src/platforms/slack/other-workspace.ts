import type { AnyMiddlewareArgs, Middleware, SlashCommand } from '@slack/bolt';
import type { Logger } from 'pino';
import { noteCard } from '../../delivery/note-card.ts';
import { commonWords } from '../../i18n/words/index.ts';
import type { Reply } from './respond.ts';

/** What of a request says whose installation of the app it is meant for; each kind has some of it. */
interface Addressed {
  /** Commands say it as a word. */
  readonly is_enterprise_install?: boolean | string | null;
  /** Of a command, and of an event: where it happened. */
  readonly team_id?: string | null;
  readonly context_team_id?: string | null;
  /** Of an event: one installation that may see it, which need not be the only one. */
  readonly authorizations?: readonly Pick<Addressed, 'team_id' | 'is_enterprise_install'>[] | null;
  /** Of a button. In a shared channel the message is by the workspace that has the app. */
  readonly team?: { readonly id: string } | null;
  readonly message?: { readonly team?: string };
  /** Of a form, whose `team` is that of the person who sends it. */
  readonly view?: { readonly app_installed_team_id?: string };
}

/**
 * True for what is certainly meant for the app as another workspace has installed it. The signing secret
 * and the app token are the app's, so all of its workspaces come by them; our bot token is of one. A
 * channel that several workspaces share names more than one of them: then one that is ours is enough.
 */
function isOtherWorkspaces(body: object, workspace: string): boolean {
  const addressed: Addressed = body;
  if (isOrganisations(addressed)) return false;
  const named = teamsOf(addressed).filter((team) => typeof team === 'string');
  // An id that begins with E is an organisation's, and we may be in it.
  return named.length > 0 && named.every((team) => team.startsWith('T') && team !== workspace);
}

function isOrganisations(addressed: Addressed): boolean {
  const all = [addressed, ...(addressed.authorizations ?? [])];
  return all.some((each) => String(each.is_enterprise_install) === 'true');
}

function teamsOf(addressed: Addressed): readonly (string | null | undefined)[] {
  const { team_id, context_team_id, authorizations, team, message, view } = addressed;
  if (view?.app_installed_team_id !== undefined) return [view.app_installed_team_id];
  const seers = authorizations?.map((each) => each.team_id) ?? [];
  return [team_id, context_team_id, ...seers, team?.id, message?.team];
}

interface Listening {
  readonly context: { readonly workspace: string; readonly reply: Reply };
  readonly track: (work: () => Promise<void>) => Promise<void>;
  readonly log: Logger;
}

/** Goes before all listeners. Whoever types a command is told that it is not for them. */
export function turnAwayOthers({ context, track, log }: Listening): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    if (!isOtherWorkspaces(args.body, context.workspace)) return args.next();
    log.info({ kind: args.body.type }, 'left alone what is meant for another Slack workspace');
    await args.ack?.();
    if ('command' in args) await track(() => refuse(context.reply, args.command));
  };
}

async function refuse(reply: Reply, command: SlashCommand): Promise<void> {
  const { channel_id: channel, user_id: member, response_url: responseUrl } = command;
  // Their language is not for our token to ask.
  const note = noteCard(commonWords('en').otherWorkspace, 'warning');
  await reply({ channel, member, responseUrl }, note, false);
}
