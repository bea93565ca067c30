import { cutInput } from '../../chat/cut.ts';
import { isolated } from '../../chat/displayable.ts';
import type { Response } from '../../chat/event.ts';
import type { RichText } from '../../chat/text.ts';
import { namedManagers } from '../../db/managers.ts';
import { managesPlatform } from '../../delivery/may-manage.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Language } from '../../domain/language.ts';
import type { Feature, Options, Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { unclearMember } from '../streaks/member-typed.ts';
import { MANAGERS_COMMAND } from './definition.ts';
import { managersCard, managerSpans } from './managers-card.ts';
import { nameManager, unnameManager } from './name-manager.ts';
import { managerName, type ReadWho, readWho } from './read-who.ts';
import { deleteWorkspaceManagers, managersData } from './stored-data.ts';
import { managerWords } from './words/index.ts';

/** `/managers`: who may manage beside those whom the platform itself lets manage. */
export const managersFeature: Feature = {
  name: 'managers',
  words: managerWords,
  personalData: managersData,
  deleteWorkspace: deleteWorkspaceManagers,
  cli: async () => (await import('./cli/commands.ts')).managerCommands,
  commands: [
    {
      definition: MANAGERS_COMMAND,
      actions: {
        // Where a command is typed freely, it may come without a subcommand.
        '': { run: list },
        add: { run: (request, options) => naming(request, options, add) },
        remove: { run: (request, options) => naming(request, options, remove) },
        list: { run: list },
      },
    },
  ],
};

type Found = Extract<ReadWho, { type: 'found' }>;

/** Those who were named themselves name nobody. */
async function naming(
  request: Request,
  { who: typed = '' }: Options,
  change: (request: Request, found: Found) => Promise<Response>,
): Promise<Response> {
  const { context, caller, workspace, language } = request;
  if (!(await managesPlatform(context, caller))) return warn(managerWords(language).onlyPlatform);
  const read = await readWho(context, workspace, typed);
  return read.type === 'found' ? change(request, read) : warn(faultText(language, read));
}

async function add(request: Request, found: Found): Promise<Response> {
  const words = managerWords(request.language);
  const added = await nameManager(request.context, namingOf(request, found));
  const text = (added ? words.added : words.addedBefore)(spansOf(request, found));
  return { type: 'reply', message: noteCard(text, added ? 'success' : 'neutral') };
}

async function remove(request: Request, found: Found): Promise<Response> {
  const words = managerWords(request.language);
  const removed = await unnameManager(request.context, namingOf(request, found));
  const text = (removed ? words.removed : words.notNamed)(spansOf(request, found));
  return { type: 'reply', message: noteCard(text, removed ? 'success' : 'warning') };
}

async function list({ context, caller, workspace, language }: Request): Promise<Response> {
  const named = await namedManagers(context.db, caller);
  const shown = named.map(async (one) => ({
    ...one,
    name: await managerName(context, workspace.id, one),
  }));
  return { type: 'reply', message: managersCard(language, await Promise.all(shown)) };
}

const namingOf = ({ workspace, member }: Request, { who }: Found) => ({
  ...{ workspaceId: workspace.id, who, by: member.id },
});

const spansOf = ({ language }: Request, { who, name }: Found): RichText =>
  managerSpans(language, { ...who, name });

function faultText(language: Language, fault: Exclude<ReadWho, Found>): string {
  const words = managerWords(language);
  switch (fault.type) {
    case 'nobody':
    case 'several':
      return unclearMember(language, fault);
    case 'unknown':
      return words.nobody;
    case 'no-groups':
      return words.noGroups;
    case 'no-creators':
      return words.noCreators;
    case 'no-group':
      return words.noGroup(isolated(cutInput(fault.label)));
    case 'scope-missing':
      return words.scopeMissing(fault.scope);
  }
}
