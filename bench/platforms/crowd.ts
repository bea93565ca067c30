import type { Person, Seen, Stage } from '../../test/support/stage.ts';

const BOT = 'whetstone';

export const crowdOf = (stage: Stage, size: number): readonly Person[] =>
  Array.from({ length: size }, (_, number) => stage.person(`Person ${number}`));

/** Until the bot has marked all that people wrote in a thread. */
export function marked(stage: Stage, under: Seen): Promise<true> {
  return stage.until(() => {
    const said = stage.threadMessages(under).filter(({ author }) => author !== BOT);
    return said.every(({ marks }) => marks.length > 0);
  }, 'a mark on every answer');
}
