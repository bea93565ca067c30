/** Work in progress: what shares a lane runs in order, lanes run side by side. */
export interface Lanes {
  /** Starts the work after all earlier work of its lane. The work must not reject. */
  run(lane: string, work: () => Promise<void>): void;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const ends = new Map<string, Promise<void>>();
  return {
    run(lane, work) {
      const end = (ends.get(lane) ?? Promise.resolve()).then(work).finally(() => {
        if (ends.get(lane) === end) ends.delete(lane);
      });
      ends.set(lane, end);
    },
    async idle() {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}
