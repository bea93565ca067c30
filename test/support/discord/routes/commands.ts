import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { CommandBody, CommandOptionBody } from '../bodies.ts';
import { missingAccess } from '../errors.ts';
import { checkCommands } from '../limits-command.ts';
import type { Call, Route } from '../rest.ts';

const path = '/applications/{application_id}/commands';

export const commandRoutes: readonly Route[] = [
  { method: 'GET', path, answer: list },
  { method: 'PUT', path, check: checkCommands, answer: overwrite },
];

function list(call: Call): object {
  requireOwn(call);
  if (call.query.get('with_localizations') === 'true') return call.world.commands;
  return call.world.commands.map(
    ({ name_localizations: _, description_localizations: __, ...command }) => command,
  );
}

function overwrite(call: Call): object {
  requireOwn(call);
  const { world } = call;
  world.commands = (call.body as CommandBody[]).map(
    (command) =>
      ({
        ...kept(command),
        id: world.ids(),
        application_id: world.application,
        version: world.ids(),
        nsfw: false,
        default_member_permissions: asText(command.default_member_permissions),
      }) as unknown as APIApplicationCommand,
  );
  return world.commands;
}

/** Permissions go in as a number and come out as a text. */
function asText(permissions: number | string | null | undefined): string | null {
  return permissions === undefined || permissions === null ? null : String(permissions);
}

/** Discord keeps no defaults and no empty lists of options. */
function kept(command: CommandBody | CommandOptionBody): object {
  const { options, ...rest } = command;
  const entries = Object.entries(rest).filter(
    ([key, value]) => value !== false || !['required', 'autocomplete'].includes(key),
  );
  const all = options?.length ? { options: options.map(kept) } : {};
  return { ...Object.fromEntries(entries), ...all };
}

function requireOwn({ world, params }: Call): void {
  if (params['application_id'] !== world.application) throw missingAccess();
}
