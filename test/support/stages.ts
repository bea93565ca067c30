import { openDiscordStage } from './discord/stage.ts';
import { openPlaygroundStage } from './playground/stage.ts';
import { openSlackStage } from './slack/stage.ts';
import type { Stage } from './stage.ts';

/** The platforms every conversation is held on. */
export const STAGES: readonly {
  readonly name: Stage['name'];
  readonly open: (now: () => Date) => Promise<Stage>;
}[] = [
  { name: 'discord', open: (now) => openDiscordStage({ now }) },
  { name: 'slack', open: (now) => openSlackStage({ now }) },
  { name: 'playground', open: (now) => openPlaygroundStage({ now }) },
];
