/** Knows which handlers are under way, so that a stop can let them finish. */
export interface InFlight {
  readonly track: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing is under way; never rejects. */
  readonly idle: () => Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
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
