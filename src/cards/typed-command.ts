import type { PlatformName } from '../chat/place.ts';

/**
 * A command that Slack knows by no name of its own, such as `help`, as it is typed on a platform.
 * Which those are says `directOnSlack` in the commands' definitions.
 */
export function indirectCommand(platform: PlatformName, command: string): string {
  return platform === 'slack' ? `/whetstone ${command}` : `/${command}`;
}
