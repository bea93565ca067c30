/** Knows which handlers are under way, so that a stop can let them finish. */
export interface InFlight {
  readonly track: (work: () => Promise<void>) => Promise<void>;
  /** Resolves when nothing is under way; never rejects. */
  readonly idle: () => Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>();
  return {
    track: (work) => {
      const run = work().finally(() => running.delete(run));
      running.add(run);
      return run;
    },
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
