import { Command, Option } from 'commander';
import { PLATFORM_NAMES, type PlatformName } from '../../../chat/place.ts';
import { findMember } from '../../../db/members.ts';
import type { Member } from '../../../db/tables.ts';
import { findWorkspace } from '../../../db/workspaces.ts';
import type { Context } from '../../../delivery/context.ts';
import { countEn } from '../../../i18n/plural.ts';
import type { Operator, OperatorCommands } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { exportMember } from '../export-member.ts';
import { forgetMember } from '../forget-member.ts';

interface Who {
  readonly platform: PlatformName;
  readonly workspace: string;
  readonly member: string;
}

/** `member …`: a person's data, on their request; `/privacy` does the same in chat. */
export const memberCommands: OperatorCommands = (operator) => {
  const member = new Command('member').description('export or delete a person’s data');
  withWho(member.command('export').description('all of it as JSON, to standard output')).action(
    async (who: Who) => {
      operator.printJson(await onMember(operator, who, exportMember));
    },
  );
  withWho(member.command('forget').description('delete it for good, boards included'))
    .option('--yes', 'really')
    .action(async ({ yes, ...who }: Who & { readonly yes?: true }) => {
      if (!yes) throw new OperatorError('This cannot be undone. Say so with --yes.');
      const { answers, reveals } = await onMember(operator, who, forgetMember);
      const forgotten = countEn(answers, 'answer', 'answers');
      const edited = countEn(reveals, 'reveal', 'reveals');
      operator.print(
        `forgotten: ${forgotten}; the running bot takes what was shown out of ${edited}`,
      );
    });
  return [member];
};

function withWho(command: Command): Command {
  return command
    .addOption(new Option('--platform <name>').choices(PLATFORM_NAMES).makeOptionMandatory())
    .requiredOption('--workspace <id>', 'the Discord server’s or the Slack team’s id')
    .requiredOption('--member <id>', 'the person’s id on the platform');
}

function onMember<T>(
  operator: Operator,
  who: Who,
  verb: (context: Context, id: number) => Promise<T>,
): Promise<T> {
  return operator.run(async ({ context }) => {
    const member = await memberOnPlatform(context, who);
    if (member) return verb(context, member.id);
    throw new OperatorError(
      `Nothing is kept about ${who.member} in ${who.workspace}. Give the ids that the platform has for both, not their names.`,
    );
  });
}

async function memberOnPlatform({ db }: Context, who: Who): Promise<Member | undefined> {
  const workspace = await findWorkspace(db, who.platform, who.workspace);
  return workspace && findMember(db, workspace.id, who.member);
}
