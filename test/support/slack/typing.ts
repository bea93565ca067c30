import type { RunArgs } from '../stage.ts';
import type { World } from './world.ts';

/** What a person types after a command: `add key:value other:"quoted value"`. */
export function commandText(world: World, args: RunArgs): string {
  const [first, second] = args;
  const subcommand = typeof first === 'string' ? [first] : [];
  const options = typeof first === 'object' ? first : (second ?? {});
  const words = Object.entries(options).map(([name, value]) => `${name}:${typed(world, value)}`);
  return [...subcommand, ...words].join(' ');
}

/** Members are picked from a list, and Slack sends them as mentions; the rest it escapes. */
function typed(world: World, value: string): string {
  const member = world.users.get(value);
  if (member) return `<@${member.id}|${handle(member.name)}>`;
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return /^[^\s"]+$/.test(escaped) ? escaped : `"${escaped.replaceAll('"', '')}"`;
}

/** Not the name that others see: Slack makes these of a few letters and signs only. */
const handle = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '');
