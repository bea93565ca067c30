import { Command, Option } from 'commander';
import { PLATFORM_NAMES, type PlatformName } from '../../../chat/place.ts';
import { type NamedManager, namedManagers } from '../../../db/managers.ts';
import { knownWorkspace } from '../../shared/cli/known-workspace.ts';
import { action, type Operator, type OperatorCommands } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { nameManager, unnameManager } from '../name-manager.ts';
import { managerName } from '../read-who.ts';

interface Where {
  readonly platform: PlatformName;
  readonly workspace: string;
}

interface Who extends Where {
  readonly member?: string;
  readonly group?: string;
  readonly creator?: true;
}

/** `managers …`: the same as `/managers` in chat. */
export const managerCommands: OperatorCommands = (operator) => {
  const managers = new Command('managers').description('who may manage beside a place’s admins');
  withWho(managers.command('add').description('let someone manage')).action(
    action(operator, (at, who: Who) => change(at, who, true)),
  );
  withWho(managers.command('remove').description('let someone manage no more')).action(
    action(operator, (at, who: Who) => change(at, who, false)),
  );
  withWhere(managers.command('list').description('whoever was named')).action(
    action(operator, list),
  );
  return [managers];
};

const withWhere = (command: Command): Command =>
  command
    .addOption(new Option('--platform <name>').choices(PLATFORM_NAMES).makeOptionMandatory())
    .requiredOption('--workspace <id>', 'the Discord server’s or the Slack team’s id');

const withWho = (command: Command): Command =>
  withWhere(command)
    .option('--member <id>', 'a person, by their id on the platform')
    .option('--group <id>', 'a Slack user group or a Discord role, by its id')
    .option('--creator', 'on Slack: whoever created a channel, in that channel');

async function change(operator: Operator, who: Who, isNamed: boolean): Promise<void> {
  const named = whoOf(who);
  const verb = isNamed ? nameManager : unnameManager;
  const changed = await operator.run(async ({ context }) => {
    const { id: workspaceId } = await knownWorkspace(context.db, who.platform, who.workspace);
    return verb(context, { workspaceId, who: named, by: null });
  });
  const state = isNamed ? 'may manage' : 'is named no more';
  const text = `${named.kind} ${named.externalId}`.trim();
  operator.print(changed ? `${text} ${state}` : `${text}: nothing to change`);
}

async function list(operator: Operator, where: Where): Promise<void> {
  const lines = await operator.run(async ({ context }) => {
    const { id } = await knownWorkspace(context.db, where.platform, where.workspace);
    const named = await namedManagers(context.db, where);
    return Promise.all(
      named.map(async (one) =>
        [one.kind, one.externalId, await managerName(context, id, one)].join(' ').trim(),
      ),
    );
  });
  operator.print(lines.length > 0 ? lines.join('\n') : 'nobody was named');
}

function whoOf({ member, group, creator }: Who): NamedManager {
  const named: readonly NamedManager[] = [
    ...(member === undefined ? [] : [{ kind: 'member', externalId: member, label: '' } as const]),
    ...(group === undefined ? [] : [{ kind: 'group', externalId: group, label: group } as const]),
    ...(creator ? [{ kind: 'creator', externalId: '', label: '' } as const] : []),
  ];
  const [who, ...more] = named;
  if (!who || more.length > 0) throw new OperatorError('Name one: --member, --group or --creator.');
  return who;
}
