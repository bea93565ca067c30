import path from 'node:path';
import type { Logger } from 'pino';
import type { PlatformName } from '../../chat/place.ts';
import type { Config } from '../../config.ts';
import { createFormulaPainter } from '../../pictures/formula.ts';
import { openLook } from '../open-look.ts';
import type { AskPlatform, RehearsalContext } from './rehearse.ts';

/** What a rehearsal works with. Pictures that it draws are kept for the day on which they are posted. */
export async function openRehearsal(
  config: Config,
  log: Logger,
  url: string,
): Promise<{ readonly context: RehearsalContext; readonly close: () => Promise<void> }> {
  const { context, close } = await openLook(config, log, url);
  const painter = createFormulaPainter({ cacheDir: path.join(config.home, 'pictures') });
  return {
    context: {
      ...context,
      rules: await rulesOf(config, log),
      async paintFormula(latex) {
        const drawn = await painter.paint(latex);
        return drawn.ok ? drawn.png : undefined;
      },
    },
    async close() {
      painter.close();
      await close();
    },
  };
}

/** The playground's page shows everything. */
async function rulesOf(
  { discord, slack }: Config,
  log: Logger,
): Promise<ReadonlyMap<PlatformName, AskPlatform>> {
  const rules = new Map<PlatformName, AskPlatform>();
  if (discord) {
    const { rehearseOnDiscord } = await import('../../platforms/discord/rehearse.ts');
    rules.set('discord', (page) => Promise.resolve(rehearseOnDiscord(page)));
  }
  if (slack) {
    const { rehearseOnSlack } = await import('../../platforms/slack/rehearse.ts');
    rules.set('slack', rehearseOnSlack({ ...slack, log }));
  }
  return rules;
}
