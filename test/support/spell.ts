import type { SpellCommand } from '../../src/chat/command.ts';
import type { PlatformName } from '../../src/chat/place.ts';
import { spellCommand as spellOnDiscord } from '../../src/platforms/discord/commands.ts';
import { spellCommand as spellOnPlayground } from '../../src/platforms/playground/commands.ts';
import { spellCommand as spellOnSlack } from '../../src/platforms/slack/commands.ts';

/** How each platform spells commands, for tests that read what it would be sent as plain words. */
export const SPELL: Readonly<Record<PlatformName, SpellCommand>> = {
  discord: spellOnDiscord,
  slack: spellOnSlack,
  playground: spellOnPlayground,
};
