import type { Controls } from './visitor-context.ts';

/**
 * The same controls, one move after the other: two that meet, from two windows or a double click, are
 * as if one had come later, so that no second question opens beside the first.
 */
export function inTurn(controls: Controls): Controls {
  let last: Promise<unknown> = Promise.resolve();
  const turn = <T>(move: () => Promise<T>): Promise<T> => {
    const moved = last.then(move);
    last = moved.catch(() => undefined);
    return moved;
  };
  return {
    open: () => turn(() => controls.open()),
    arrive: (language) => turn(() => controls.arrive(language)),
    nextRound: (language) => turn(() => controls.nextRound(language)),
    deadline: () => turn(() => controls.deadline()),
    isOpen: () => turn(() => controls.isOpen()),
  };
}
